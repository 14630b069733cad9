package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.platform.SignedIn;
import org.tandem.platform.database.OncePerTransaction;

/**
 * Reads the inbox: matched by joining mandates with offers (D6), never by the engine's task query (D5). Every group is read in
 * the order of an index and no further than the page needs, so that the number of open tasks does not matter.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class TaskList {

    public static final int PAGE = 25;

    /** More than these nobody reads on one page, to answer them together. */
    public static final int TOGETHER = 50;

    private static final long MANY = TaskCount.EXACT_UP_TO + 1L;
    private static final long FEW_OF_A_COUNTRY = 50;

    private final JdbcClient jdbc;
    private final WatchedScopes regions;
    private final Countries countries;
    private final PausedTasks standingStill;
    private final Clock clock;

    private TaskQuery query(SignedIn who, TaskFilter filter) {
        TaskQuery query = new TaskQuery(who, filter, clock.instant());
        if (filter.timeliness() != null) {
            standingStill.params().forEach(query::with);
        }
        return filter.sort() == TaskFilter.Sort.COUNTRY ? query.with("byName", byName().toArray(String[]::new)) : query;
    }

    private List<String> byName() {
        return countries.all(LocaleContextHolder.getLocale()).stream()
                .map(Country::iso3)
                .toList();
    }

    public TaskPage page(SignedIn who, TaskFilter filter) {
        TaskQuery query = query(who, filter);
        String found =
                switch (filter.box()) {
                    case MINE -> found(claimed(query) + " order by " + query.order("t", "id") + " limit " + (PAGE + 1));
                    case REGIONS -> watched(who, query).page(PAGE + 1);
                    default -> OfferedTasks.first(filter, query, who, PAGE + 1);
                };
        List<OpenTask> tasks = new ArrayList<>(tasks(found, query));
        boolean more = tasks.size() > PAGE;
        if (more) {
            tasks.remove(PAGE);
        }
        return new TaskPage(
                List.copyOf(tasks),
                more
                        ? TaskCursor.after(tasks.get(PAGE - 1), filter.sort(), byName())
                                .text()
                        : null);
    }

    /**
     * Open tasks of one kind offered to somebody, the most important first.
     *
     * @param cases only tasks of these cases; all when empty
     */
    public List<OpenTask> offered(SignedIn who, String taskKey, Collection<CaseId> cases, int most) {
        TaskFilter filter = TaskFilter.all().withTaskKey(taskKey).withSort(TaskFilter.Sort.PRIORITY);
        TaskQuery query = query(who, filter)
                .with("cases", cases.stream().map(CaseId::value).toArray(String[]::new));
        return tasks(
                cases.isEmpty()
                        ? OfferedTasks.first(filter, query, who, most)
                        : found("select t.id from tandem.task t where t.state = 'OPEN' and t.case_id = any(:cases) and "
                                + query.matching("t") + " and " + MandateScopeSql.offered("t.id") + " limit " + most),
                query);
    }

    public TaskCount count(SignedIn who, TaskFilter filter) {
        TaskQuery query = query(who, filter.withAfter(null));
        return TaskCount.capped(
                switch (filter.box()) {
                    case MINE -> number(claimed(query) + " limit " + MANY, query);
                    case REGIONS -> others(watched(who, query), query);
                    default -> offers(OfferedTasks.matching(filter, query), "o.due_at, o.task_id", query);
                });
    }

    public TaskCount exactCount(SignedIn who, TaskFilter filter) {
        TaskQuery query = query(who, filter.withAfter(null));
        String rows =
                switch (filter.box()) {
                    case MINE -> claimed(query);
                    case REGIONS -> watched(who, query).all();
                    default -> OfferedTasks.all(filter, query);
                };
        return new TaskCount(number(rows, query), true);
    }

    /** Something a box can be narrowed to. @param holder whom it waits on, where it is with others */
    public record Occurrence(
            String framework,
            String area,
            String country,
            String taskKey,
            TaskFilter.@Nullable Timeliness timeliness,
            @Nullable String holder) {}

    /**
     * What there is among the tasks of a box; empty when there are more than are counted exactly, for then all there can be is
     * offered.
     */
    public Optional<Set<Occurrence>> occurring(SignedIn who, TaskFilter.Box box) {
        TaskFilter filter = TaskFilter.of(box);
        // What is with others is read country by country: only a sample says cheaply that there is too much of it.
        if (box == TaskFilter.Box.REGIONS && !count(who, filter).exact()) {
            return Optional.empty();
        }
        TaskQuery query = query(who, filter).with("now", TaskTable.utc(clock.instant()));
        String columns = "@.framework, @.area, @.country, @.task_key, case when @.due_at < :now then 'OVERDUE'"
                + " when @.remind_at <= :now then 'DUE_SOON' end as timeliness, ";
        String rows =
                switch (box) {
                    case MINE, REGIONS ->
                        "select " + columns.replace("@", "t")
                                + (box == TaskFilter.Box.MINE ? "null" : "h.role || ':' || h.agency || ':' || h.scope")
                                + " as holder from ("
                                + (box == TaskFilter.Box.MINE
                                        ? claimed(query) + " limit " + MANY
                                        : watched(who, query).upTo(MANY))
                                + ") x join tandem.task t on t.id = x.id join tandem.task_offer h on h.task_id = t.id";
                    default ->
                        OfferedTasks.each(
                                columns.replace("@", "o") + "null as holder, o.task_id",
                                OfferedTasks.matching(filter, query),
                                "o.due_at, o.task_id",
                                MANY);
                };
        Set<Occurrence> found = new HashSet<>();
        AtomicLong read = new AtomicLong();
        alongTheIndexes()
                .sql(MandateScopeSql.WITH
                        + " select framework, area, country, task_key, timeliness, holder, count(*) as read" + " from ("
                        + rows + " limit " + MANY + ") x group by 1, 2, 3, 4, 5, 6")
                .params(query.params())
                .query(row -> {
                    read.addAndGet(row.getLong("read"));
                    String timeliness = row.getString("timeliness");
                    found.add(new Occurrence(
                            row.getString("framework"),
                            row.getString("area"),
                            row.getString("country"),
                            row.getString("task_key"),
                            timeliness == null ? null : TaskFilter.Timeliness.valueOf(timeliness),
                            row.getString("holder")));
                });
        return read.get() < MANY ? Optional.of(found) : Optional.empty();
    }

    /** How many of the tasks offered to a person came since that moment. */
    public TaskCount countSince(SignedIn who, Instant since) {
        TaskQuery query = query(who, TaskFilter.all()).with("since", TaskTable.utc(since));
        return TaskCount.capped(offers("o.created_at > :since", "o.created_at, o.task_id", query));
    }

    /** The planner takes every group for a small one, and would read a large one whole to sort it for one page. */
    private JdbcClient alongTheIndexes() {
        OncePerTransaction.get(TaskList.class, jdbc.sql("set local enable_bitmapscan = off")::update);
        return jdbc;
    }

    private static String found(String ids) {
        return "found as (" + ids + ")";
    }

    private List<OpenTask> tasks(String found, TaskQuery query) {
        return alongTheIndexes()
                .sql(MandateScopeSql.WITH + ", " + found + " select " + TaskTable.COLUMNS
                        + " from found f join tandem.task t on t.id = f.id order by " + query.order("t", "id"))
                .params(query.params())
                .query(TaskTable::read)
                .list();
    }

    private long number(String rows, TaskQuery query) {
        return alongTheIndexes()
                .sql(MandateScopeSql.WITH + " select count(*) from (" + rows + ") counted")
                .params(query.params())
                .query(Long.class)
                .single();
    }

    private WatchedTasks watched(SignedIn who, TaskQuery query) {
        return new WatchedTasks(query, regions.of(who));
    }

    /** What was looked at so far: how many tasks there are among the rows read. */
    private record Sample(long tasks, long read) {}

    private Sample sample(String tasksAndRead, TaskQuery query) {
        return alongTheIndexes()
                .sql(MandateScopeSql.WITH + " " + tasksAndRead)
                .params(query.params())
                .query(Sample.class)
                .single();
    }

    /** Up to one above the cap. One task may come through several groups: then some more are read, until it is enough. */
    private long offers(String condition, String order, TaskQuery query) {
        String each = OfferedTasks.each("o.task_id", condition, order, MANY);
        long most = MANY + MANY / 10;
        while (true) {
            Sample some = sample(
                    "select count(distinct x.task_id collate \"C\") as tasks, count(*) as read from (" + each
                            + " limit " + most + ") x",
                    query);
            if (some.tasks() >= MANY || some.read() < most) {
                return some.tasks();
            }
            most *= 4;
        }
    }

    /** Up to one above the cap. A little of every country is mostly enough. */
    private long others(WatchedTasks watched, TaskQuery query) {
        if (watched.isByCountry() && watched.countries() > 0) {
            long most = Math.max(FEW_OF_A_COUNTRY, 2 * MANY / watched.countries());
            Sample some = sample(watched.sample(most), query);
            if (some.tasks() >= MANY || some.read() < most) {
                return some.tasks();
            }
        }
        return number(watched.upTo(MANY), query);
    }

    private static String claimed(TaskQuery query) {
        return "select t.id from tandem.task t where t.state = 'OPEN' and t.assignee = :me and " + query.matching("t")
                + " and " + query.after("t", "id") + " and " + MandateScopeSql.offered("t.id");
    }
}
