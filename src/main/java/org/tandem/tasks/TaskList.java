package org.tandem.tasks;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** Reads the inbox: matched by joining mandates with offers (D6), never by the engine's task query (D5). */
@Component
@Transactional(readOnly = true)
public class TaskList {

    public static final int PAGE = 25;

    private static final String OFFERED = """
            select o.task_id from unnest(cast(:roles as text[]), cast(:agencies as text[]), cast(:scopes as text[])) m(role, agency, scope)
              join tandem.task_offer o on o.role = m.role and o.agency = m.agency and o.scope = m.scope where m.scope <> 'WORLD'
            union
            select o.task_id from unnest(cast(:roles as text[]), cast(:agencies as text[]), cast(:scopes as text[])) m(role, agency, scope)
              join tandem.task_offer o on o.role = m.role and o.agency = m.agency where m.scope = 'WORLD'""";

    private static final String IN_MY_REGIONS = """
            (exists (select 1 from tandem.case_region r
               join unnest(cast(:regionAgencies as text[]), cast(:regions as text[])) m(agency, region)
                 on r.agency = m.agency and (r.region = m.region or m.region = 'WORLD') where r.case_id = t.case_id)
             or t.country = any(cast(:countries as text[])))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TaskPage page(SignedIn who, TaskFilter filter) {
        Map<String, Object> params = parameters(who, filter);
        String order = order(filter.sort());
        String sql = "select " + TaskTable.COLUMNS + " from tandem.task t where " + where(filter, params)
                + after(filter, params) + " order by " + order + " limit " + (PAGE + 1);
        List<OpenTask> found = new ArrayList<>(
                jdbc.sql(sql).params(params).query(TaskTable::read).list());
        boolean more = found.size() > PAGE;
        if (more) {
            found.remove(PAGE);
        }
        return new TaskPage(List.copyOf(found), more ? cursor(filter.sort(), found.get(found.size() - 1)) : null);
    }

    /**
     * Open tasks of one kind offered to somebody, the most important first.
     *
     * @param cases only tasks of these cases; all when empty
     */
    public List<OpenTask> offered(SignedIn who, String taskKey, Collection<CaseId> cases, int most) {
        TaskFilter filter =
                new TaskFilter(TaskFilter.Box.ALL, null, null, null, taskKey, null, TaskFilter.Sort.PRIORITY, null);
        Map<String, Object> params = parameters(who, filter);
        String where = where(filter, params);
        if (!cases.isEmpty()) {
            where += " and t.case_id = any(:cases)";
            params.put("cases", cases.stream().map(CaseId::value).toArray(String[]::new));
        }
        return jdbc.sql("select " + TaskTable.COLUMNS + " from tandem.task t where " + where + " order by "
                        + order(filter.sort()) + " limit " + most)
                .params(params)
                .query(TaskTable::read)
                .list();
    }

    public TaskCount count(SignedIn who, TaskFilter filter) {
        return TaskCount.capped(number(who, filter, "limit " + (TaskCount.EXACT_UP_TO + 1)));
    }

    public TaskCount exactCount(SignedIn who, TaskFilter filter) {
        return new TaskCount(number(who, filter, ""), true);
    }

    private long number(SignedIn who, TaskFilter filter, String limit) {
        Map<String, Object> params = parameters(who, filter);
        return jdbc.sql("select count(*) from (select 1 from tandem.task t where " + where(filter, params) + " " + limit
                        + ") counted")
                .params(params)
                .query(Long.class)
                .single();
    }

    private static String where(TaskFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("t.state = 'OPEN' and ");
        where.append(
                switch (filter.box()) {
                    case ALL -> "t.id in (" + OFFERED + ")";
                    case MINE -> "t.assignee = :me and t.id in (" + OFFERED + ")";
                    case GROUPS -> "t.assignee is null and t.id in (" + OFFERED + ")";
                    case REGIONS -> IN_MY_REGIONS + " and t.id not in (" + OFFERED + ")";
                });
        equal(where, params, "t.framework", "framework", filter.framework());
        equal(where, params, "t.area", "area", filter.area());
        equal(where, params, "t.country", "country", filter.country());
        equal(where, params, "t.task_key", "key", filter.taskKey());
        if (filter.timeliness() == TaskFilter.Timeliness.OVERDUE) {
            where.append(" and t.due_at < :now");
        }
        if (filter.timeliness() == TaskFilter.Timeliness.DUE_SOON) {
            where.append(" and t.remind_at <= :now and t.due_at >= :now");
        }
        return where.toString();
    }

    private static void equal(
            StringBuilder where,
            Map<String, Object> params,
            String column,
            String name,
            @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(name);
            params.put(name, value);
        }
    }

    private static String order(TaskFilter.Sort sort) {
        return switch (sort) {
            case DUE -> "t.due_at, t.id";
            case NEWEST -> "t.created_at desc, t.id desc";
            case PRIORITY -> "t.priority desc, t.due_at, t.id";
        };
    }

    private static String after(TaskFilter filter, Map<String, Object> params) {
        if (filter.after() == null) {
            return "";
        }
        String[] at = decode(filter.after());
        params.put("afterId", at[2]);
        params.put("afterTime", TaskTable.utc(Instant.parse(at[1])));
        params.put("afterPriority", Integer.valueOf(at[0]));
        return switch (filter.sort()) {
            case DUE -> " and (t.due_at, t.id) > (:afterTime, :afterId)";
            case NEWEST -> " and (t.created_at, t.id) < (:afterTime, :afterId)";
            case PRIORITY ->
                " and (t.priority < :afterPriority or (t.priority = :afterPriority and (t.due_at, t.id) > (:afterTime, :afterId)))";
        };
    }

    private static String cursor(TaskFilter.Sort sort, OpenTask last) {
        Instant at = sort == TaskFilter.Sort.NEWEST ? last.createdAt() : java.util.Objects.requireNonNull(last.dueAt());
        String plain = last.priority() + "|" + at + "|" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            Integer.parseInt(parts[0]);
            Instant.parse(parts[1]);
            if (parts.length == 3) {
                return parts;
            }
        } catch (RuntimeException malformed) {
            // falls through to the refusal
        }
        throw Refused.invalid("after", "tasks.refused.cursor");
    }

    private Map<String, Object> parameters(SignedIn who, TaskFilter filter) {
        List<Mandate> mandates = who.mandates();
        Map<String, Object> params = new HashMap<>();
        params.put(
                "roles",
                array(mandates.stream().map(mandate -> mandate.role().code()).toList()));
        params.put("agencies", array(mandates.stream().map(Mandate::agency).toList()));
        params.put("scopes", array(mandates.stream().map(Mandate::scope).toList()));
        if (filter.box() == TaskFilter.Box.REGIONS) {
            List<Mandate> regional = mandates.stream()
                    .filter(mandate -> mandate.scopeKind() == ScopeKind.REGION || isCoordinating(mandate))
                    .toList();
            params.put(
                    "regionAgencies",
                    array(regional.stream().map(Mandate::agency).toList()));
            params.put(
                    "regions",
                    array(regional.stream()
                            .map(mandate -> isCoordinating(mandate) ? Mandate.WORLD : mandate.scope())
                            .toList()));
            params.put(
                    "countries",
                    array(mandates.stream()
                            .filter(mandate -> mandate.scopeKind() == ScopeKind.COUNTRY)
                            .map(Mandate::scope)
                            .toList()));
        }
        if (filter.box() == TaskFilter.Box.MINE) {
            params.put("me", who.personId());
        }
        if (filter.timeliness() != null) {
            params.put("now", TaskTable.utc(clock.instant()));
        }
        return params;
    }

    private static boolean isCoordinating(Mandate mandate) {
        return mandate.role() == org.tandem.platform.Role.COORDINATOR;
    }

    private static String array(List<String> values) {
        return values.stream()
                .map(value -> "\"" + value + "\"")
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
