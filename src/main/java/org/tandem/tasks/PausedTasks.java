package org.tandem.tasks;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.models.TaskDeclaration;

/**
 * Tasks that stand still while one side has paused their case, while it waits for a divergence, or while
 * nobody is left who may do them (D30): they stay open, but nobody can do them, so they are neither due soon nor overdue. The
 * time lost is given back ({@link PostponeTasks}).
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class PausedTasks {

    /** What the timeliness of such a task is called, in the place of {@link OpenTask#timeliness}. */
    public static final String WORD = "STANDING_STILL";

    /** On {@code tandem.task t} and {@code tandem.case_cover c}, with {@link #params()}. */
    public static final String CONDITION = "(c.suspended_by is not null and t.task_key <> all(:going)"
            + " or c.waiting_since is not null and t.task_key <> all(:apart) or t.abandoned_since is not null)";

    /** One row by the id of its task; of the few that are due. */
    static final String NOT =
            " and not exists (select 1 from tandem.task still join tandem.case_cover c on c.id = still.case_id"
                    + " where still.id = # and " + CONDITION.replace("t.", "still.") + ")";

    private final JdbcClient jdbc;

    private final TaskDeclarations declarations;

    public Map<String, Object> params() {
        return Map.of(
                "going",
                declarations.goingOn(TaskDeclaration.PAUSED),
                "apart",
                declarations.goingOn(TaskDeclaration.WAITING));
    }

    /** Those of the tasks that stand still, by id. */
    @Transactional(readOnly = true)
    public Set<String> among(Collection<OpenTask> tasks) {
        return tasks.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select t.id from tandem.task t join tandem.case_cover c on c.id = t.case_id"
                                + " where t.id = any(:ids) and " + CONDITION)
                        .params(params())
                        .param("ids", tasks.stream().map(OpenTask::id).toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** {@link OpenTask#timeliness}, unless the task stands still. */
    String timeliness(OpenTask task, Instant now) {
        return among(List.of(task)).isEmpty() ? task.timeliness(now) : WORD;
    }
}
