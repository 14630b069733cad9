package org.tandem.tasks.forms;

/** One answer to choose from: the value that is sent and the words that are shown. */
public record Option(String value, String label) {}
