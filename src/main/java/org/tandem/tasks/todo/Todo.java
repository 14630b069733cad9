package org.tandem.tasks.todo;

import java.time.Instant;
import java.util.UUID;

/**
 * Work that the coordinators of a case were asked to do and have not yet done.
 *
 * @param id of its process instance
 * @param about what made it necessary, in the words of whoever asked for it, e.g. {@code job:} and the job's id
 * @param note what the administrator wrote
 */
public record Todo(String id, String caseId, String about, String note, UUID askedBy, Instant askedAt) {}
