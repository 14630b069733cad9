package org.tandem.tasks.diagram;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;

/** Which processes a case goes through, each in the version it runs in, and what its tasks have left behind. */
@Component
@RequiredArgsConstructor
class CaseProcesses {

    private final ProcessFiles files;
    private final JdbcClient jdbc;

    /** In the order in which they came to be. */
    List<StepTrace> traces(CaseView view) {
        return jdbc.sql("""
                        select t.id, t.process_definition_id, t.task_key, t.party, t.state, t.assignee, t.ended_by, t.created_at,
                          t.due_at, t.ended_at, array(select o.role || ':' || o.agency || ':' || o.scope
                            from tandem.task_offer o where o.task_id = t.id order by 1) as offers
                        from tandem.task t where t.case_id = ? order by coalesce(t.ended_at, t.created_at), t.id""").param(view.id()).query(CaseProcesses::trace).list();
    }

    /**
     * Process definitions by process: the case's own, those it calls, and others that had tasks for it. Where a process has
     * had a task, the version of its last one.
     */
    Map<String, String> definitions(CaseView view, List<StepTrace> traces) {
        Map<String, String> used = new LinkedHashMap<>();
        traces.forEach(trace -> used.put(files.keyOf(trace.processDefinition()), trace.processDefinition()));
        Map<String, String> all = new LinkedHashMap<>();
        add(view.kind(), used, all);
        used.keySet().forEach(key -> add(key, used, all));
        return all;
    }

    private void add(String key, Map<String, String> used, Map<String, String> all) {
        if (all.containsKey(key)) {
            return;
        }
        String definition = used.containsKey(key)
                ? used.get(key)
                : files.latest(key).orElseThrow(() -> new IllegalStateException("no process " + key + " is deployed"));
        all.put(key, definition);
        files.graph(definition).calls().values().forEach(called -> add(called, used, all));
    }

    private static StepTrace trace(ResultSet row, int number) throws SQLException {
        return new StepTrace(
                row.getString("id"),
                row.getString("process_definition_id"),
                row.getString("task_key"),
                row.getString("party"),
                row.getString("state"),
                row.getObject("assignee", UUID.class),
                row.getObject("ended_by", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                at(row, "due_at"),
                at(row, "ended_at"),
                List.of((String[]) row.getArray("offers").getArray()));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
