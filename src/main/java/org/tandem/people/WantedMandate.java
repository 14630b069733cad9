package org.tandem.people;

/** A mandate as somebody typed or chose it, not yet checked against the data. */
record WantedMandate(String role, String agency, String scope) {}
