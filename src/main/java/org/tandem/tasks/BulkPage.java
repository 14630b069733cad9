package org.tandem.tasks;

/**
 * A page of its own on which several tasks of one step are done in one go, contributed as a bean by the module of the step:
 * whoever answers several of them together is led there. It takes the ids of their cases as {@code cases}.
 */
public record BulkPage(String taskKey, String href) {}
