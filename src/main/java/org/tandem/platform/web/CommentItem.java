package org.tandem.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One comment; {@code agency} chooses the accent at its side. */
public record CommentItem(Instant at, String who, @Nullable String agency, String text) {}
