package org.tandem.tasks;

import org.tandem.platform.Role;

/**
 * A page on which several tasks of one step are done in one go, contributed as a bean by the module of the step; the inbox
 * leads there whoever has more than one.
 *
 * @param role who can do them there
 */
public record BulkPage(String taskKey, Role role, String href) {}
