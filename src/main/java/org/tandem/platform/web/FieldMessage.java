package org.tandem.platform.web;

import org.jspecify.annotations.Nullable;

/** One line of an error summary: a translated sentence and the id of the field it is about, if it is about one. */
public record FieldMessage(@Nullable String field, String message) {}
