package org.tandem.models.tables;

/** An input for which the table goes wrong. */
public record TableFinding(TableFlaw flaw, String decision, String problem) {}
