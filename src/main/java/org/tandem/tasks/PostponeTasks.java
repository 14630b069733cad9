package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;
import org.tandem.models.TaskDeclaration;
import org.tandem.platform.UseCase;

/**
 * Gives the time of a standstill back: what could not be done meanwhile is due that much later. Where a pause and a wait for
 * a divergence overlap, the time in common is given back once, by whichever of the two ends last.
 */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class PostponeTasks {

    private final JdbcClient jdbc;
    private final TaskDeclarations declarations;
    private final Clock clock;

    /** The pause that began then is over. */
    public void paused(CaseId id, Instant since) {
        giveBack(
                id,
                since,
                declarations.goingOn(TaskDeclaration.PAUSED),
                "waiting_since",
                declarations.goingOn(TaskDeclaration.WAITING));
    }

    /** The wait for a divergence that began then is over. */
    public void waited(CaseId id, Instant since) {
        giveBack(
                id,
                since,
                declarations.goingOn(TaskDeclaration.WAITING),
                "suspended_since",
                declarations.goingOn(TaskDeclaration.PAUSED));
    }

    /** @param other column with the beginning of the other standstill, which may still last */
    private void giveBack(CaseId id, Instant since, String[] wentOn, String other, String[] goesOnInTheOther) {
        jdbc.sql("""
                        update tandem.task t set due_at = t.due_at + lost.time, remind_at = t.remind_at + lost.time,
                          version = t.version + 1
                        from tandem.task same join tandem.case_cover c on c.id = same.case_id
                        cross join lateral (select greatest(interval '0', case when same.task_key <> all(:others)
                          then least(c.%s, same.abandoned_since, :now) else least(same.abandoned_since, :now) end - greatest(:since, same.created_at)) as time) lost
                        where same.id = t.id and t.case_id = :case and t.state = 'OPEN' and t.task_key <> all(:going)""".formatted(other))
                .param("now", TaskTable.utc(clock.instant()))
                .param("since", TaskTable.utc(since))
                .param("case", id.value())
                .param("going", wentOn)
                .param("others", goesOnInTheOther)
                .update();
    }
}
