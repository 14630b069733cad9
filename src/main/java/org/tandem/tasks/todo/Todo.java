package org.tandem.tasks.todo;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * Work beside the way of a case that somebody was asked to do and has not yet done.
 *
 * @param id of its process instance
 * @param about what made it necessary, in the words of whoever asked for it, e.g. {@code job:} and the job's id
 * @param title code of its name, as in {@code task.<title>}; null for what an administrator asks
 * @param words why it is asked, from a module
 * @param note why it is asked, as a person typed it
 * @param link address of the page where it is done
 * @param askedBy null when nobody asked but the system
 */
public record Todo(
        String id,
        String caseId,
        String about,
        @Nullable String title,
        @Nullable Message words,
        @Nullable String note,
        @Nullable String link,
        @Nullable UUID askedBy,
        Instant askedAt) {}
