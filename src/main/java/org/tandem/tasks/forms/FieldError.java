package org.tandem.tasks.forms;

import org.tandem.platform.Message;

/** What is wrong with one answer, in words for the person who gave it. */
public record FieldError(String field, Message words) {}
