package org.tandem.tasks;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.SignedIn;

/** The conditions, the order and the keyset of one question to the inbox; tasks and offers have the columns asked for alike. */
final class TaskQuery {

    private final TaskFilter filter;
    private final Map<String, Object> params = new HashMap<>();

    TaskQuery(SignedIn who, TaskFilter filter, Instant now) {
        this.filter = filter;
        MandateScopeSql.put(params, who.mandates());
        params.put("me", who.personId());
        if (filter.timeliness() != null) {
            params.put("now", TaskTable.utc(now));
        }
        put("framework", filter.framework());
        put("area", filter.area());
        put("country", filter.country());
        put("key", filter.taskKey());
        put("holder", filter.holder());
        if (filter.after() != null) {
            TaskCursor after = TaskCursor.parse(filter.after());
            params.put("afterId", after.id());
            params.put("afterTime", TaskTable.utc(after.at()));
            params.put("afterRank", after.rank());
        }
    }

    TaskQuery with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    Map<String, Object> params() {
        return params;
    }

    private void put(String name, @Nullable String value) {
        if (value != null) {
            params.put(name, value);
        }
    }

    /** @param row alias of the task or the offer */
    String matching(String row) {
        StringBuilder where = new StringBuilder("true");
        equal(where, row, "framework", "framework");
        equal(where, row, "area", "area");
        equal(where, row, "country", "country");
        equal(where, row, "task_key", "key");
        if (filter.holder() != null) {
            where.append(" and exists (select 1 from tandem.task_offer h where h.task_id = "
                    + idOf(row)
                    + " and h.role || ':' || h.agency || ':' || h.scope = :holder)");
        }
        if (filter.timeliness() == TaskFilter.Timeliness.OVERDUE) {
            where.append(" and @.due_at < :now".replace("@", row));
        }
        if (filter.timeliness() == TaskFilter.Timeliness.DUE_SOON) {
            where.append(" and @.remind_at <= :now and @.due_at >= :now".replace("@", row));
        }
        if (filter.timeliness() != null) {
            where.append(PausedTasks.NOT.replace("#", idOf(row)));
        }
        return where.toString();
    }

    private static String idOf(String row) {
        return row.equals("o") ? "o.task_id" : row + ".id";
    }

    private void equal(StringBuilder where, String row, String column, String name) {
        if (params.containsKey(name)) {
            where.append(" and ").append(row).append('.').append(column).append(" = :" + name);
        }
    }

    String order(String row, String id) {
        String key = key(row, id);
        return isBackwards()
                ? Arrays.stream(key.split(", ")).map(part -> part + " desc").collect(Collectors.joining(", "))
                : key;
    }

    /** Whether the row comes behind the page before; true of all rows on the first page. */
    String after(String row, String id) {
        if (filter.after() == null) {
            return "true";
        }
        String end = filter.sort().isRanked() ? "(:afterRank, :afterTime, :afterId)" : "(:afterTime, :afterId)";
        return "(" + key(row, id) + ")" + behind() + end;
    }

    /** Whether one row comes behind another one of the same kind. */
    String behind(String row, String other, String id) {
        return "(" + key(row, id) + ")" + behind() + "(" + key(other, id) + ")";
    }

    private String key(String row, String id) {
        String pattern =
                switch (filter.sort()) {
                    case DUE -> "@.due_at, @.#";
                    case COUNTRY -> "coalesce(array_position(cast(:byName as text[]), @.country), 0), @.due_at, @.#";
                    case NEWEST -> "@.created_at, @.#";
                    case PRIORITY -> "(-@.priority), @.due_at, @.#";
                };
        return pattern.replace("@", row).replace("#", id);
    }

    private String behind() {
        return isBackwards() ? " < " : " > ";
    }

    private boolean isBackwards() {
        return filter.sort() == TaskFilter.Sort.NEWEST;
    }
}
