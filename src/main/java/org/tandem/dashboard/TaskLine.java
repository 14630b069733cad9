package org.tandem.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of open tasks.
 *
 * @param offers the groups it is offered to
 * @param since when it came
 * @param days how long ago that is, in full days
 * @param timeliness ON_TIME, DUE_SOON, OVERDUE, or STANDING_STILL while the case is paused or waits
 * @param nudgedAt when somebody last asked those it waits on
 */
record TaskLine(
        String id,
        String task,
        String caseId,
        String framework,
        String area,
        String country,
        @Nullable String party,
        @Nullable UUID assignee,
        List<String> offers,
        Instant since,
        long days,
        @Nullable Instant due,
        String timeliness,
        @Nullable Instant nudgedAt) {}
