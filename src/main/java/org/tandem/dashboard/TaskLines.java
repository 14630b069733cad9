package org.tandem.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The open tasks behind a number, the oldest first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class TaskLines {

    private final OpenWork work;

    long count(Scope scope, FigureFilter behind, Instant now) {
        Map<String, Object> params = new HashMap<>();
        String where = where(behind, params);
        return asked(scope, now, "select count(*) from work w" + where, params)
                .query(Long.class)
                .single();
    }

    List<TaskLine> lines(Scope scope, FigureFilter behind, Instant now, int from, int most) {
        Map<String, Object> params = new HashMap<>();
        String where = where(behind, params);
        String select = """
                select w.*, array(select o.role || ':' || o.agency || ':' || o.scope from tandem.task_offer o
                                   where o.task_id = w.id order by 1) as offers,
                       (select max(n.at) from tandem.nudge n where n.task_id = w.id) as nudged_at
                  from work w""" + where + " order by w.created_at, w.id limit " + most + " offset " + from;
        return asked(scope, now, select, params).query(TaskLines::line).list();
    }

    private JdbcClient.StatementSpec asked(Scope scope, Instant now, String select, Map<String, Object> params) {
        return work.asked(scope, now, select).params(params);
    }

    private static String where(FigureFilter behind, Map<String, Object> params) {
        List<String> where = new ArrayList<>();
        if (behind.role() != null) {
            where.add("exists (select 1 from tandem.task_offer o where o.task_id = w.id and o.role = :role)");
            params.put("role", behind.role().code());
        }
        if (behind.due() != null) {
            where.add("w.timeliness = :due");
            params.put("due", behind.due().equals(FigureFilter.SOON) ? "DUE_SOON" : "OVERDUE");
        }
        if (behind.task() != null) {
            where.add("w.task_key = :task");
            params.put("task", behind.task());
        }
        if (behind.age() != null) {
            where.add("w.days between :youngest and :oldest");
            params.put("youngest", behind.age().from());
            params.put("oldest", behind.age().to());
        }
        if (behind.holder() != null) {
            where.add(heldBy(behind.holder(), params));
        }
        return where.isEmpty() ? "" : " where " + String.join(" and ", where);
    }

    private static String heldBy(Holder holder, Map<String, Object> params) {
        if (holder.person() != null) {
            params.put("person", holder.person());
            return "w.assignee = :person";
        }
        params.put("group", holder.toString());
        return "w.assignee is null and exists (select 1 from tandem.task_offer o where o.task_id = w.id"
                + " and o.role || ':' || o.agency || ':' || o.scope = :group)";
    }

    private static TaskLine line(ResultSet row, int number) throws SQLException {
        return new TaskLine(
                row.getString("id"),
                row.getString("task_key"),
                row.getString("case_id"),
                row.getString("framework"),
                row.getString("area"),
                row.getString("country"),
                row.getString("party"),
                row.getObject("assignee", UUID.class),
                List.of((String[]) row.getArray("offers").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("days"),
                at(row, "due_at"),
                row.getString("timeliness"),
                at(row, "nudged_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
