package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;

/**
 * Reads the inbox: matched by joining mandates with offers (D6), never by the engine's task query (D5). Every group is read in
 * the order of an index and no further than the page needs, so that the number of open tasks does not matter.
 */
@Component
@Transactional(readOnly = true)
public class TaskList {

    public static final int PAGE = 25;

    private static final String ONE_MORE = " limit " + (PAGE + 1);
    private static final int ECHOES = 2;
    private static final String CAP = " limit " + (TaskCount.EXACT_UP_TO + 1);

    private final JdbcClient jdbc;
    private final Regions regions;
    private final StandingStill standingStill;
    private final Clock clock;

    TaskList(JdbcClient jdbc, Regions regions, StandingStill standingStill, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.standingStill = standingStill;
        this.clock = clock;
    }

    private TaskQuery query(SignedIn who, TaskFilter filter) {
        TaskQuery query = new TaskQuery(who, filter, clock.instant());
        if (filter.timeliness() != null) {
            standingStill.params().forEach(query::with);
        }
        return query;
    }

    public TaskPage page(SignedIn who, TaskFilter filter) {
        TaskQuery query = query(who, filter);
        String ids =
                switch (filter.box()) {
                    case MINE -> claimed(query) + " order by " + query.order("t", "id") + ONE_MORE;
                    case REGIONS -> watched(query, regions.of(who), ONE_MORE);
                    default -> offered(filter, query, ONE_MORE);
                };
        List<OpenTask> found = new ArrayList<>(tasks(ids, query));
        boolean more = found.size() > PAGE;
        if (more) {
            found.remove(PAGE);
        }
        return new TaskPage(
                List.copyOf(found),
                more ? TaskCursor.after(found.get(PAGE - 1), filter.sort()).text() : null);
    }

    /**
     * Open tasks of one kind offered to somebody, the most important first.
     *
     * @param cases only tasks of these cases; all when empty
     */
    public List<OpenTask> offered(SignedIn who, String taskKey, Collection<CaseId> cases, int most) {
        TaskFilter filter =
                new TaskFilter(TaskFilter.Box.ALL, null, null, null, taskKey, null, TaskFilter.Sort.PRIORITY, null);
        TaskQuery query = query(who, filter)
                .with("cases", cases.stream().map(CaseId::value).toArray(String[]::new));
        String ids = cases.isEmpty()
                ? offered(filter, query, " limit " + most)
                : "select t.id from tandem.task t where t.state = 'OPEN' and t.case_id = any(:cases) and "
                        + query.matching("t") + " and " + Reach.offered("t.id") + " limit " + most;
        return tasks(ids, query);
    }

    public TaskCount count(SignedIn who, TaskFilter filter) {
        return TaskCount.capped(
                switch (filter.box()) {
                    case MINE, REGIONS -> number(who, filter.from(null), CAP);
                    default -> {
                        TaskQuery query = query(who, filter.from(null));
                        yield offers(matching(filter, query), "o.due_at, o.task_id", query);
                    }
                });
    }

    public TaskCount exactCount(SignedIn who, TaskFilter filter) {
        return new TaskCount(number(who, filter.from(null), ""), true);
    }

    /** How many of the tasks offered to a person came since that moment. */
    public TaskCount countSince(SignedIn who, Instant since) {
        TaskQuery query = query(who, TaskFilter.all()).with("since", TaskTable.utc(since));
        return TaskCount.capped(offers("o.created_at > :since", "o.created_at, o.task_id", query));
    }

    /** The planner takes every group for a small one, and would read a large one whole to sort it for one page. */
    private JdbcClient alongTheIndexes() {
        jdbc.sql("set local enable_bitmapscan = off").update();
        return jdbc;
    }

    private List<OpenTask> tasks(String ids, TaskQuery query) {
        return alongTheIndexes()
                .sql(Reach.WITH + ", found as (" + ids + ") select " + TaskTable.COLUMNS
                        + " from found f join tandem.task t on t.id = f.id order by " + query.order("t", "id"))
                .params(query.params())
                .query(TaskTable::read)
                .list();
    }

    private long number(SignedIn who, TaskFilter filter, String limit) {
        TaskQuery query = query(who, filter);
        return single(
                switch (filter.box()) {
                    case MINE -> claimed(query) + limit;
                    case REGIONS -> watched(query, regions.of(who), limit);
                    default ->
                        "select distinct o.task_id from reach r join tandem.task_offer o on " + Reach.SAME + " where "
                                + matching(filter, query);
                },
                query);
    }

    /** Up to one above the cap: the few who have a task through several groups have it through fewer than {@link #ECHOES}. */
    private long offers(String condition, String order, TaskQuery query) {
        String each =
                "select o.task_id from reach r cross join lateral (select o.task_id from tandem.task_offer o where "
                        + Reach.SAME + " and " + condition + " order by " + order + CAP + ") o";
        long most = TaskCount.EXACT_UP_TO + 1L;
        Sample some = sample(each + " limit " + ECHOES * most, query);
        return some.tasks() >= most || some.offers() < ECHOES * most
                ? some.tasks()
                : sample(each, query).tasks();
    }

    private record Sample(long tasks, long offers) {}

    private Sample sample(String offers, TaskQuery query) {
        return alongTheIndexes()
                .sql(Reach.WITH
                        + " select count(distinct x.task_id collate \"C\") as tasks, count(*) as offers from (" + offers
                        + ") x")
                .params(query.params())
                .query(Sample.class)
                .single();
    }

    private long single(String rows, TaskQuery query) {
        return alongTheIndexes()
                .sql(Reach.WITH + " select count(*) from (" + rows + ") counted")
                .params(query.params())
                .query(Long.class)
                .single();
    }

    private static String claimed(TaskQuery query) {
        return "select t.id from tandem.task t where t.state = 'OPEN' and t.assignee = :me and " + query.matching("t")
                + " and " + query.after("t", "id") + " and " + Reach.offered("t.id");
    }

    private static String offered(TaskFilter filter, TaskQuery query, String limit) {
        String order = query.order("o", "task_id");
        return "select distinct o.task_id as id, o.due_at, o.created_at, -o.priority, o.priority from reach r cross join lateral"
                + " (select o.task_id, o.due_at, o.created_at, o.priority from tandem.task_offer o where " + Reach.SAME
                + " and " + matching(filter, query)
                + " and " + query.after("o", "task_id") + " order by " + order + limit + ") o order by "
                + order.replace("(-o.priority)", "-o.priority") + limit;
    }

    private static String matching(TaskFilter filter, TaskQuery query) {
        return (filter.box() == TaskFilter.Box.GROUPS ? "o.assignee is null and " : "") + query.matching("o");
    }

    /** Whole frameworks are read along their tasks; countries one by one, each from its index. */
    private static String watched(TaskQuery query, Regions.Watched watched, String limit) {
        query.with("readable", watched.readable().toArray(String[]::new))
                .with("countries", watched.countries().toArray(String[]::new))
                .with("coordinated", watched.coordinated().toArray(String[]::new));
        String open = "t.state = 'OPEN' and t.framework = any(:readable) and " + query.matching("t") + " and "
                + query.after("t", "id") + " and not " + Reach.offered("t.id");
        // Counting too goes along an index: left alone, the planner reads a whole country first.
        String order = limit.isEmpty() ? "" : " order by " + query.order("t", "id");
        if (!watched.coordinated().isEmpty()) {
            return "select t.id from tandem.task t where " + open
                    + " and (t.country = any(:countries) or t.framework = any(:coordinated))" + order + limit;
        }
        return "select t.id from unnest(:countries) c(iso3) cross join lateral (select t.* from tandem.task t"
                + " where t.country = c.iso3 and " + open + order + limit + ") t"
                + (limit.equals(ONE_MORE) ? order : "") + limit;
    }
}
