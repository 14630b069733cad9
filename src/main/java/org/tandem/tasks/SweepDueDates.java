package org.tandem.tasks;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/**
 * Reminds before a due date and marks what is overdue, once each, on whichever node comes first (D19, S-038). Decides nothing
 * (R-037).
 */
@UseCase
public class SweepDueDates {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "due-dates";

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final CaseHistory history;
    private final Cases cases;
    private final CandidateGroups groups;
    private final TaskWorks works;
    private final LastRuns lastRuns;
    private final Clock clock;

    SweepDueDates(
            JdbcClient jdbc,
            CaseHistory history,
            Cases cases,
            CandidateGroups groups,
            TaskWorks works,
            LastRuns lastRuns,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.cases = cases;
        this.groups = groups;
        this.works = works;
        this.lastRuns = lastRuns;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tandem.sweep.every:PT1M}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        take("remind_at", "reminded_at").forEach(this::remind);
        take("due_at", "overdue_at").forEach(this::overdue);
        lastRuns.ran(WORK);
    }

    private List<OpenTask> take(String due, String mark) {
        List<OpenTask> taken = jdbc.sql(
                        "select " + TaskTable.COLUMNS + " from tandem.task t where t.state = 'OPEN' and t."
                                + due + " <= :now and t." + mark
                                + " is null and (t.task_key = any(:going) or not exists (select 1 from tandem.case_file c"
                                + " where c.id = t.case_id and c.suspended_by is not null))"
                                + " and (t.task_key = any(:apart) or not exists (select 1 from tandem.case_file c"
                                + " where c.id = t.case_id and c.waiting_since is not null)) order by t.id limit "
                                + BATCH + " for update of t skip locked")
                .param("now", TaskTable.utc(clock.instant()))
                .param("going", works.goingOnWhileSuspended())
                .param("apart", works.goingOnWhileWaiting())
                .query(TaskTable::read)
                .list();
        taken.forEach(task -> jdbc.sql("update tandem.task set " + mark + " = :now where id = :id")
                .param("now", TaskTable.utc(clock.instant()))
                .param("id", task.id())
                .update());
        return taken;
    }

    private void remind(OpenTask task) {
        Message words = Message.of(
                "tasks.history.reminded", "task:" + task.name(), "groups:" + String.join(",", task.offers()));
        history.add(task.caseOf(), CaseEntry.Kind.REMINDER, null, null, words, null);
        task.offers().forEach(group -> history.tell(task.caseOf(), group, words, null));
    }

    private void overdue(OpenTask task) {
        Message words =
                Message.of("tasks.history.overdue", "task:" + task.name(), "groups:" + String.join(",", task.offers()));
        history.add(task.caseOf(), CaseEntry.Kind.REMINDER, null, null, words, null);
        cases.parties(task.framework())
                .forEach(agency ->
                        history.tell(task.caseOf(), groups.coordinators(agency, task.framework()), words, null));
    }
}
