package org.tandem.divergence;

import java.util.UUID;

/** Somebody who speaks for one agency. */
record Side(String agency, UUID person) {}
