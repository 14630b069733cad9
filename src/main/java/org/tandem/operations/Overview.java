package org.tandem.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.LastRuns;
import org.tandem.platform.engine.FailedJob;

/**
 * Everything there is to know at one moment, for the page and its API twin alike.
 *
 * @param failedJobsInAll more than are listed when very many have failed; so with the cases that stand still
 * @param difference how many tasks differ between inbox and engine, null when there are too many to compare on every look
 */
record Overview(
        Instant asOf,
        List<Failed> failedJobs,
        long failedJobsInAll,
        List<Stuck> stuckCases,
        long stuckCasesInAll,
        List<StrayProcess> strayProcesses,
        Work work,
        @Nullable Integer difference,
        Runs runs,
        NodeFigures.Node node) {

    /**
     * @param cause in words for the reader
     * @param subject names it when it is given to coordinators, null when it belongs to no case
     */
    record Failed(
            FailedJob job,
            String cause,
            @Nullable String subject,
            @Nullable Given given) {}

    record Stuck(StuckCase stuck, String subject, @Nullable Given given) {}

    /** Given to the coordinators, who have not answered yet. */
    record Given(String by, Instant at, String note) {}

    record Work(long openTasks, long overdueTasks, long openCases, long searchDocuments) {}

    /**
     * @param sweep when tasks due were last looked for; this and all others null when not yet, or not known
     * @param sweepTrouble cases and tasks it could not mark
     * @param others other work that goes on by the clock, such as the mail of the day where a mail server is configured
     */
    record Runs(
            @Nullable Instant sweep,
            @Nullable String sweepTrouble,
            @Nullable Instant historyCleanup,
            @Nullable Instant nextHistoryCleanup,
            @Nullable Instant searchFilled,
            List<LastRuns.Run> others) {}
}
