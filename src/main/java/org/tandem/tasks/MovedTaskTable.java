package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes into the projection what became of open tasks whose case was moved to another version of its process. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class MovedTaskTable {

    private final JdbcClient jdbc;
    private final TaskTable table;
    private final Clock clock;

    List<OpenTask> openIn(Collection<String> instances) {
        return jdbc.sql("select " + TaskTable.COLUMNS
                        + " from tandem.task t where t.process_instance_id = any(?) and t.state = 'OPEN'")
                .param(instances.toArray(String[]::new))
                .query(TaskTable::read)
                .list();
    }

    void write(MovedTask moved) {
        Instant now = clock.instant();
        task(moved);
        if (!Set.copyOf(moved.offers()).equals(Set.copyOf(moved.before().offers()))) {
            table.offerAnew(moved.before().id(), moved.offers());
        }
        jdbc.sql(
                        "insert into tandem.task_moved (task_id, case_id, at, from_key, from_deployment) values (?, ?, ?, ?, ?)")
                .params(
                        moved.before().id(),
                        moved.before().caseId(),
                        TaskTable.utc(now),
                        moved.before().key(),
                        moved.before().deploymentId())
                .update();
        if (moved.isRenamed()) {
            drafts(moved);
        }
    }

    /** A reminder or a late mark of the old time means nothing for a new one. */
    private void task(MovedTask moved) {
        jdbc.sql("""
                        update tandem.task set task_key = :key, form_key = :key, module = :module,
                          deployment_id = :deployment, process_definition_id = :definition, assignee = :assignee,
                          claimed_at = case when cast(:assignee as uuid) is null then null else claimed_at end,
                          reminded_at = case when due_at is distinct from :due then null else reminded_at end,
                          overdue_at = case when due_at is distinct from :due then null else overdue_at end,
                          due_at = :due, remind_at = :remind, version = version + 1
                        where id = :id and state = 'OPEN'""")
                .param("key", moved.key())
                .param("module", moved.module())
                .param("deployment", moved.deployment())
                .param("definition", moved.definition())
                .param("assignee", moved.assignee())
                .param("due", at(moved.dueAt()))
                .param("remind", at(moved.remindAt()))
                .param("id", moved.before().id())
                .update();
    }

    /** Of what was typed for another step only the texts are offered: older than the task, it brings no choices along. */
    private void drafts(MovedTask moved) {
        jdbc.sql("""
                        update tandem.form_draft set form = :key,
                          saved_at = case when :other then least(saved_at, :created - interval '1 second') else saved_at end
                         where task_id = :task""")
                .param("key", moved.key())
                .param("other", moved.otherStep())
                .param("created", TaskTable.utc(moved.before().createdAt()))
                .param("task", moved.before().id())
                .update();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : TaskTable.utc(instant);
    }
}
