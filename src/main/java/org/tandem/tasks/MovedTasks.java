package org.tandem.tasks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Refused;

/** Where tasks went when their case was taken to another version of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class MovedTasks {

    private final JdbcClient jdbc;
    private final TaskTable table;

    private record Move(String task, Instant at) {}

    /** Why there is no task of this key any more, if it was taken elsewhere and is still open there. */
    Optional<Refused> from(String caseId, String key) {
        return last(
                        "select m.task_id, m.at from tandem.task_moved m join tandem.task t on t.id = m.task_id"
                                + " where m.case_id = ? and m.from_key = ? and t.task_key <> m.from_key and t.state = 'OPEN'"
                                + " order by m.at desc limit 1",
                        caseId,
                        key)
                .flatMap(move -> table.find(move.task()).map(now -> new TaskMovedOn(now, move.at())));
    }

    /** @param deployment of the form somebody has filled in; another than the task's only when it was moved meanwhile */
    Refused formOf(OpenTask task, String deployment) {
        Instant at = last(
                        "select task_id, at from tandem.task_moved where task_id = ? and from_deployment = ?"
                                + " order by at desc limit 1",
                        task.id(),
                        deployment)
                .map(Move::at)
                .orElse(task.createdAt());
        return new TaskMovedOn(task, at);
    }

    private Optional<Move> last(String sql, Object... params) {
        return jdbc.sql(sql)
                .params(params)
                .query((row, number) -> new Move(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .optional();
    }
}
