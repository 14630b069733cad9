package org.tandem.operations;

import org.jspecify.annotations.Nullable;

/** A process that runs for no case of ours. */
record StrayProcess(String id, String process, @Nullable String businessKey) {}
