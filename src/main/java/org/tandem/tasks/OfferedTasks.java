package org.tandem.tasks;

import org.tandem.platform.Mandate;
import org.tandem.platform.SignedIn;

/** What is offered to a person, as SQL behind {@link MandateScopeSql#WITH}: every group is read in order from an index of its own. */
final class OfferedTasks {

    private static final String KEYS = "o.task_id, o.due_at, o.created_at, o.priority, o.country";
    private static final int FEW_GROUPS = 8;

    private OfferedTasks() {}

    /**
     * The first tasks of all groups together, as tables that end with {@code found(id)}. Reads a few of every group; further
     * only where even the last of those few belongs to the page.
     *
     * @param most how many tasks are wanted
     */
    static String first(TaskFilter filter, TaskQuery query, SignedIn who, int most) {
        int few = few(who, most);
        String order = query.order("o", "task_id");
        String each =
                " from tandem.task_offer o where " + MandateScopeSql.SAME + " and " + matching(filter, query) + " and ";
        return """
                few as materialized (
                    select r.role, r.agency, r.scope, o.* from reach r cross join lateral (
                        select %1$s, row_number() over (order by %2$s) as place %3$s %4$s order by %2$s limit %5$d) o),
                edge as materialized (
                    select o.* from (select distinct %1$s from few o) o order by %2$s offset %7$d limit 1),
                found as (
                    select o.task_id as id from (
                        select %1$s from few o
                        union
                        select %1$s from few r left join edge on true cross join lateral (
                            select %1$s %3$s %6$s order by %2$s limit %8$d) o
                         where r.place = %5$d and (edge.task_id is null or %9$s)) o
                     order by %2$s limit %8$d)""".formatted(
                        KEYS,
                        order,
                        each,
                        query.after("o", "task_id"),
                        few,
                        query.behind("o", "r", "task_id"),
                        most - 1,
                        most,
                        query.behind("edge", "r", "task_id"));
    }

    /** Few groups share a page among few; of many, most have nothing on it. */
    private static int few(SignedIn who, int most) {
        boolean worldwide =
                who.mandates().stream().anyMatch(mandate -> mandate.scope().equals(Mandate.WORLD));
        if (worldwide || who.mandates().size() > FEW_GROUPS) {
            return Math.min(most, 3);
        }
        return who.mandates().size() <= 1 ? most : (most + 1) / 2;
    }

    /** One row per group and task, in the order of an index and no more of a group than counts. */
    static String each(String columns, String condition, String order, long most) {
        return "select o.* from reach r cross join lateral (select " + columns + " from tandem.task_offer o where "
                + MandateScopeSql.SAME + " and " + condition + " order by " + order + " limit " + most + ") o";
    }

    static String all(TaskFilter filter, TaskQuery query) {
        return "select distinct o.task_id from reach r join tandem.task_offer o on " + MandateScopeSql.SAME + " where "
                + matching(filter, query);
    }

    static String matching(TaskFilter filter, TaskQuery query) {
        return (filter.box() == TaskFilter.Box.GROUPS ? "o.assignee is null and " : "") + query.matching("o");
    }
}
