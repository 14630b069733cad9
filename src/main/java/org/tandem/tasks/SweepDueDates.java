package org.tandem.tasks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;

/**
 * Reminds before a due date and marks what is overdue, once each, on whichever node comes first (D19, S-038). Decides nothing
 * . One task is one transaction, so that a long backlog holds nobody up and a task that cannot be marked stops no other.
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
@Slf4j
public class SweepDueDates {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "due-dates";

    private static final int BATCH = 500;
    private static final int MOST_NAMED = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CaseHistory history;
    private final Cases cases;
    private final CandidateGroups groups;
    private final PausedTasks paused;
    private final LastRuns lastRuns;
    private final Clock clock;

    private enum Mark {
        REMINDER("remind_at", "reminded_at"),
        OVERDUE("due_at", "overdue_at");

        /** Tasks that time does not stand still for, and that have not been marked yet. */
        private final String due;

        private final String set;

        Mark(String from, String column) {
            due = " from tandem.task t join tandem.case_cover c on c.id = t.case_id where t.state = 'OPEN' and t."
                    + from + " <= :now and t." + column + " is null and not " + PausedTasks.CONDITION;
            set = "update tandem.task set " + column + " = :now where id = :id";
        }
    }

    /** Goes on until nothing is due. */
    @Scheduled(fixedDelayString = "${tandem.sweep.every:PT1M}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        List<String> failed = new ArrayList<>();
        for (Mark mark : Mark.values()) {
            String last = "";
            for (List<String> ids = due(mark, last); !ids.isEmpty(); ids = due(mark, last)) {
                ids.forEach(id -> mark(mark, id, failed));
                last = ids.get(ids.size() - 1);
            }
        }
        String trouble = failed.isEmpty()
                ? null
                : String.join(", ", failed.subList(0, Math.min(failed.size(), MOST_NAMED)))
                        + (failed.size() > MOST_NAMED ? " … (" + failed.size() + ")" : "");
        transactions.executeWithoutResult(running -> lastRuns.ran(WORK, trouble));
    }

    private List<String> due(Mark mark, String after) {
        return jdbc.sql("select t.id" + mark.due + " and t.id > :after order by t.id limit " + BATCH)
                .params(now())
                .param("after", after)
                .query(String.class)
                .list();
    }

    private void mark(Mark mark, String id, List<String> failed) {
        try {
            transactions.executeWithoutResult(running -> take(mark, id));
        } catch (RuntimeException trouble) {
            String named = jdbc.sql("select case_id || ' ' || task_key from tandem.task where id = ?")
                    .param(id)
                    .query(String.class)
                    .optional()
                    .orElse(id);
            LOG.error("The {} of {} (task {}) could not be noted", mark, named, id, trouble);
            failed.add(named);
        }
    }

    /** What somebody else holds at this moment comes with the next sweep: the case too, for the history is written below it. */
    private void take(Mark mark, String id) {
        jdbc.sql("select " + TaskTable.COLUMNS + mark.due
                        + " and t.id = :id for update of t skip locked for key share of c skip locked")
                .params(now())
                .param("id", id)
                .query(TaskTable::read)
                .optional()
                .ifPresent(task -> {
                    jdbc.sql(mark.set).params(now()).param("id", id).update();
                    note(mark, task);
                });
    }

    private Map<String, Object> now() {
        Map<String, Object> params = new HashMap<>(paused.params());
        params.put("now", TaskTable.utc(clock.instant()));
        return params;
    }

    private void note(Mark mark, OpenTask task) {
        boolean reminder = mark == Mark.REMINDER;
        Message words = Message.of(
                reminder ? "tasks.history.reminded" : "tasks.history.overdue",
                MessageArgument.task(task.name()),
                MessageArgument.groups(task.offers()));
        history.add(task.caseOf(), CaseEntry.Kind.REMINDER, null, null, words, null);
        List<String> told = reminder
                ? task.offers()
                : cases.parties(task.framework()).stream()
                        .map(agency -> groups.coordinators(agency, task.framework()))
                        .toList();
        told.forEach(group -> history.tell(task.caseOf(), group, words, null));
    }
}
