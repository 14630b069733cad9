package org.tandem.tasks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;
import org.tandem.platform.database.LockWaiters;

/** The projection's table (D5). Every statement joins the transaction it is called in. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class TaskTable {

    static final String COLUMNS = """
            t.*, array(select o.role || ':' || o.agency || ':' || o.scope from tandem.task_offer o
            where o.task_id = t.id order by 1) as offers""";

    /** The task {@code t} must be there before its offers: the trigger that copies its columns to them reads it. */
    private static final String OFFER = """

            insert into tandem.task_offer (task_id, role, agency, scope)
            select t.id, split_part(o, ':', 1), split_part(o, ':', 2), split_part(o, ':', 3)
              from t cross join unnest(:offers) o on conflict do nothing""";

    private final JdbcClient jdbc;
    private final LockWaiters waiters;

    Optional<OpenTask> find(String id) {
        return one("select " + COLUMNS + " from tandem.task t where t.id = ?", id);
    }

    /** Holds the row until the end of the transaction: two people completing one task come one after the other. */
    Optional<OpenTask> lock(String id) {
        return waiters.take(
                "task " + id,
                () -> one("select " + COLUMNS + " from tandem.task t where t.id = ? for update of t", id));
    }

    List<OpenTask> openOf(String caseId) {
        return jdbc.sql("select " + COLUMNS
                        + " from tandem.task t where t.case_id = ? and t.state = 'OPEN' order by t.created_at, t.id")
                .param(caseId)
                .query(TaskTable::read)
                .list();
    }

    List<OpenTask> openOnOrBelow(String caseId) {
        return jdbc.sql("select " + COLUMNS + " from tandem.task t where t.state = 'OPEN' and t.case_id = any(array("
                        + "select c.id from tandem.case_cover c where c.id = :id or c.parent = :id))"
                        + " order by t.case_id, t.created_at, t.id")
                .param("id", caseId)
                .query(TaskTable::read)
                .list();
    }

    List<OpenTask> openOf(String caseId, String key) {
        return openOf(caseId).stream().filter(task -> task.key().equals(key)).toList();
    }

    Optional<OpenTask> lastEnded(String caseId, String key) {
        return jdbc.sql("select " + COLUMNS
                        + " from tandem.task t where t.case_id = ? and t.task_key = ? and t.state <> 'OPEN'"
                        + " order by t.ended_at desc limit 1")
                .params(caseId, key)
                .query(TaskTable::read)
                .optional();
    }

    Optional<OpenTask> lastDoneBy(String caseId, String key, UUID person) {
        return jdbc.sql("select " + COLUMNS
                        + " from tandem.task t where t.case_id = ? and t.task_key = ? and t.state = 'DONE' and t.ended_by = ?"
                        + " order by t.ended_at desc limit 1")
                .params(caseId, key, person)
                .query(TaskTable::read)
                .optional();
    }

    void assign(String id, @Nullable UUID person, @Nullable Instant at) {
        jdbc.sql("update tandem.task set assignee = ?, claimed_at = ?, version = version + 1 where id = ?")
                .params(java.util.Arrays.asList(person, at == null ? null : utc(at), id))
                .update();
    }

    /**
     * What the end of a task may mean for others.
     *
     * @param abandoned nobody could do it, so that somebody was asked to see to that
     * @param alike the case has other open tasks that were offered to who has done it
     */
    record Ended(boolean abandoned, boolean alike) {}

    /** Ends offers with it, and the draft of the person who has done it: what was sent is kept elsewhere. */
    Ended end(String id, OpenTask.State state, Optional<SignedIn> person, Instant at) {
        Map<String, Object> params = new HashMap<>();
        MandateScopeSql.put(params, person.map(SignedIn::mandates).orElse(List.of()));
        return jdbc.sql("""
                        with nobodys as (delete from tandem.task_offer where task_id = :id),
                             sent as (delete from tandem.form_draft d using tandem.task t
                                where t.id = :id and d.person = cast(:by as uuid) and d.case_id = t.case_id
                                  and d.form = t.task_key and (d.task_id = t.id or d.task_id is null))
                        update tandem.task set state = :state, ended_by = cast(:by as uuid), ended_at = :at, version = version + 1
                        where id = :id and state = 'OPEN'
                        returning abandoned_since is not null, exists (select from tandem.task other
                          where other.case_id = task.case_id and other.state = 'OPEN' and other.id <> :id and\s""" + MandateScopeSql.offered("other.id") + ")")
                .params(params)
                .param("id", id)
                .param("state", state.name())
                .param("by", person.map(SignedIn::personId).orElse(null))
                .param("at", utc(at))
                .query((row, number) -> new Ended(row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElse(new Ended(false, false));
    }

    void offerAnew(String id, List<String> groups) {
        jdbc.sql("delete from tandem.task_offer where task_id = ?").param(id).update();
        jdbc.sql("with t as (select cast(:id as text) as id)" + OFFER)
                .param("id", id)
                .param("offers", groups.toArray(String[]::new))
                .update();
    }

    void abandon(String id, Instant at) {
        jdbc.sql("update tandem.task set abandoned_since = ?, version = version + 1 where id = ?")
                .params(utc(at), id)
                .update();
    }

    /** The time during which nobody could do it is given back, as far as no other standstill of the case gives it back. */
    void resume(String id, Instant at) {
        jdbc.sql("""
                        update tandem.task t set abandoned_since = null, version = t.version + 1,
                          due_at = t.due_at + lost.time, remind_at = t.remind_at + lost.time
                        from tandem.task same join tandem.case_cover c on c.id = same.case_id
                        cross join lateral (select greatest(interval '0',
                          least(c.suspended_since, c.waiting_since, :at) - same.abandoned_since) as time) lost
                        where same.id = t.id and t.id = :id""").param("at", utc(at)).param("id", id).update();
    }

    void insert(OpenTask task, String processDefinitionId, String processInstanceId) {
        jdbc.sql("""
                        with t as (insert into tandem.task (id, case_id, module, task_key, form_key, deployment_id,
                          process_definition_id, process_instance_id, framework, area, country, party, state, priority,
                          assignee, claimed_at, created_at, due_at, remind_at, title)
                        values (:id, :case, :module, :key, :form, :deployment, :definition, :instance, :framework, :area,
                          :country, :party, 'OPEN', :priority, cast(:assignee as uuid), cast(:claimed as timestamptz), :created, :due,
                          :remind, :title)
                        on conflict (id) do nothing returning id)""" + OFFER)
                .param("id", task.id())
                .param("case", task.caseId())
                .param("module", task.module())
                .param("key", task.key())
                .param("form", task.formKey())
                .param("deployment", task.deploymentId())
                .param("definition", processDefinitionId)
                .param("instance", processInstanceId)
                .param("framework", task.framework())
                .param("area", task.area())
                .param("country", task.country())
                .param("party", task.party())
                .param("priority", task.priority())
                .param("assignee", task.assignee())
                .param("claimed", task.claimedAt() == null ? null : utc(task.claimedAt()))
                .param("title", task.title())
                .param("created", utc(task.createdAt()))
                .param("due", task.dueAt() == null ? null : utc(task.dueAt()))
                .param("remind", task.remindAt() == null ? null : utc(task.remindAt()))
                .param("offers", task.offers().toArray(String[]::new))
                .update();
    }

    private Optional<OpenTask> one(String sql, String id) {
        return jdbc.sql(sql).param(id).query(TaskTable::read).optional();
    }

    static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    static OpenTask read(ResultSet row, int number) throws SQLException {
        return new OpenTask(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("module"),
                row.getString("task_key"),
                row.getString("form_key"),
                row.getString("deployment_id"),
                row.getString("framework"),
                row.getString("area"),
                row.getString("country"),
                row.getString("party"),
                OpenTask.State.valueOf(row.getString("state")),
                row.getInt("priority"),
                row.getObject("assignee", UUID.class),
                at(row, "claimed_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                at(row, "due_at"),
                at(row, "remind_at"),
                at(row, "reminded_at"),
                at(row, "overdue_at"),
                at(row, "ended_at"),
                row.getObject("ended_by", UUID.class),
                row.getInt("version"),
                row.getString("title"),
                at(row, "abandoned_since"),
                strings(row.getArray("offers")));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
