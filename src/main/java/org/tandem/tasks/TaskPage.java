package org.tandem.tasks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the inbox. */
public record TaskPage(List<OpenTask> tasks, @Nullable String next) {}
