package org.tandem.people;

import java.util.UUID;

/** How a person is called in the house: the function, never more. */
public record PersonName(UUID id, String displayName, String signInName) {}
