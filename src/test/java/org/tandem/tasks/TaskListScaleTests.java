package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;
import org.tandem.TestDatabases;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;
import org.tandem.platform.SignedIn;

/** A page of the inbox is read off the indexes: what it takes does not grow with the number of open tasks (D5). */
@TandemTest("tandem.sweep.first=PT24H")
class TaskListScaleTests {

    /** Rows of a page for each of many groups, or a count up to a thousand with who else each task is offered to. */
    private static final long FEW = 8_000;

    @Autowired
    TaskList list;

    @Autowired
    Countries countries;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${tandem.scale:0.05}")
    double scale;

    static boolean filled;

    /** Tasks without processes: only their list is read here. Written on a connection without the limits of the pool. */
    @BeforeEach
    void fill() throws SQLException {
        if (!filled) {
            filled = true;
            String database =
                    jdbc.sql("select current_database()").query(String.class).single();
            try (Connection connection = TestDatabases.server().connect(database)) {
                fill(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            }
        }
    }

    private void fill(JdbcClient unlimited) {
        unlimited
                .sql("""
                        insert into tandem.task (id, case_id, module, task_key, form_key, process_definition_id,
                          process_instance_id, framework, area, country, state, priority, created_at, due_at, remind_at)
                        select 's' || lpad(g::text, 8, '0'), 'FFA-XXX-A1-' || g, 'selection', 'agreeNomination',
                               'agreeNomination', 'none', 'none', 'FFA', 'A' || 1 + g % 7, c.iso3, 'OPEN',
                               case when g % 4 = 0 then 80 else 50 end, now() - g % 300 * interval '1 hour',
                               now() + (g % 4000 - 400) * interval '7 minutes', now() + (g % 4000 - 700) * interval '7 minutes'
                          from generate_series(1, :tasks) g,
                               lateral (select (cast(:countries as text[]))[1 + g % 190] as iso3) c""")
                .param(
                        "countries",
                        unlimited
                                .sql("select iso3 from tandem.country order by iso3 limit 190")
                                .query(String.class)
                                .list()
                                .toArray(String[]::new))
                .param("tasks", (int) (1_000_000 * scale))
                .update();
        unlimited.sql("""
                        insert into tandem.task_offer (task_id, role, agency, scope)
                        select id, 'focal-point', 'ILO', 'FFA-' || area from tandem.task
                        union all select id, 'coordinator', 'ILO', 'FFA' from tandem.task where id like '%3'
                        union all select id, 'country-office', 'UNDP', country from tandem.task where id like '%5'""").update();
        unlimited.sql("vacuum analyze tandem.task_offer").update();
        unlimited.sql("vacuum analyze tandem.task").update();
    }

    @Test
    void readsNoFurtherThanThePageNeeds() {
        SignedIn inManyGroups = inManyGroups();
        SignedIn coordinator = person(List.of("coordinator:ILO:WORLD", "focal-point:ILO:FFA-A1"));
        SignedIn director = person(List.of("regional-director:ILO:AFRICA"));

        for (SignedIn who : List.of(inManyGroups, coordinator, director)) {
            for (TaskFilter filter : filters()) {
                String next = list.page(who, filter).next();
                assertReadsLittle(who, filter, () -> list.page(who, filter));
                assertReadsLittle(who, filter.withAfter(next), () -> list.page(who, filter.withAfter(next)));
                assertReadsLittle(who, filter, () -> list.count(who, filter));
            }
        }
    }

    @Test
    void looksAtNoMoreThanItCountsToKnowWhatOccurs() {
        SignedIn inManyGroups = inManyGroups();
        SignedIn coordinator = person(List.of("coordinator:ILO:WORLD", "focal-point:ILO:FFA-A1"));

        for (SignedIn who : List.of(inManyGroups, coordinator)) {
            for (TaskFilter.Box box : TaskFilter.Box.values()) {
                assertReadsLittle(who, TaskFilter.of(box), () -> list.occurring(who, box));
            }
        }
        assertThat(list.occurring(coordinator, TaskFilter.Box.ALL)).isEmpty();
        assertThat(list.occurring(coordinator, TaskFilter.Box.MINE)).contains(Set.of());
    }

    @Test
    void countsTheSameInBothWays() {
        SignedIn coordinator = person(List.of("coordinator:ILO:WORLD", "focal-point:ILO:FFA-A1"));

        TaskCount exact = list.exactCount(coordinator, TaskFilter.all());

        assertThat(exact.number())
                .isEqualTo(jdbc.sql("select count(*) from tandem.task where id like '%3' or area = 'A1'")
                        .query(Long.class)
                        .single());
        assertThat(list.count(coordinator, TaskFilter.all())).isEqualTo(new TaskCount(1_000, false));
    }

    @Test
    void showsTheSamePagesAsSortingEverythingDoes() {
        List<List<String>> groups = List.of(
                List.of("country-office:UNDP:KEN"),
                List.of("focal-point:ILO:FFA-A1", "coordinator:ILO:FFA", "country-office:UNDP:KEN"),
                List.of("coordinator:ILO:WORLD", "focal-point:ILO:FFA-A1"),
                inManyGroups().mandates().stream().map(Mandate::group).toList());

        for (List<String> some : groups) {
            for (TaskFilter.Sort sort : TaskFilter.Sort.values()) {
                TaskFilter filter = TaskFilter.all().withSort(sort);
                TaskPage first = list.page(person(some), filter);
                TaskPage second = list.page(person(some), filter.withAfter(first.next()));

                assertThat(Stream.of(first, second)
                                .flatMap(page -> page.tasks().stream())
                                .map(OpenTask::id))
                        .as(some + " by " + sort)
                        .containsExactlyElementsOf(sortingEverything(some, sort));
            }
        }
    }

    private List<String> sortingEverything(List<String> groups, TaskFilter.Sort sort) {
        String order =
                switch (sort) {
                    case DUE -> "due_at, id";
                    case COUNTRY ->
                        "array_position(array['"
                                + countries.all(Locale.ENGLISH).stream()
                                        .map(Country::iso3)
                                        .collect(Collectors.joining("','"))
                                + "'], country), due_at, id";
                    case NEWEST -> "created_at desc, id desc";
                    case PRIORITY -> "priority desc, due_at, id";
                };
        return jdbc.sql("select id from tandem.task where id in (select task_id from tandem.task_offer"
                        + " where role || ':' || agency || ':' || scope = any(:groups)"
                        + " or role || ':' || agency || ':WORLD' = any(:groups)) order by " + order + " limit 50")
                .param("groups", groups.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static SignedIn inManyGroups() {
        return person(Stream.concat(
                        Stream.of("A1", "A2").map(area -> "focal-point:ILO:FFA-" + area),
                        Stream.of(
                                        "KEN", "VNM", "SOM", "UGA", "LAO", "KHM", "NPL", "CIV", "COD", "PER", "BOL",
                                        "ECU", "COL", "GEO", "ARM", "MDA", "UKR", "SRB", "ALB", "AGO", "BEN", "BWA",
                                        "BFA", "BDI", "CMR", "CAF", "TCD", "COM", "COG", "GNQ", "ERI", "ETH", "GAB")
                                .map(country -> "country-office:UNDP:" + country))
                .toList());
    }

    private static List<TaskFilter> filters() {
        List<TaskFilter> filters = new ArrayList<>();
        for (TaskFilter.Box box : TaskFilter.Box.values()) {
            for (TaskFilter.Sort sort : TaskFilter.Sort.values()) {
                if (sort != TaskFilter.Sort.COUNTRY) { // read whole, hence only offered for what is counted exactly
                    TaskFilter filter = TaskFilter.of(box).withSort(sort);
                    filters.add(filter);
                    filters.add(filter.withFramework("FFA").withCountry("KEN"));
                }
            }
        }
        return filters;
    }

    /** Counts rows instead of time: what else the machine does at the moment is not in question. */
    private void assertReadsLittle(SignedIn who, TaskFilter filter, Runnable question) {
        long read = Objects.requireNonNull(new TransactionTemplate(transactions).execute(running -> {
            long before = rowsRead();
            question.run();
            return rowsRead() - before;
        }));
        assertThat(read)
                .as(who.mandates().get(0).group() + " " + filter)
                .isLessThan(filter.narrows() ? FEW + (long) (scale * 20_000) : FEW);
    }

    private long rowsRead() {
        return jdbc.sql("""
                        select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables
                         where schemaname = 'tandem' and relname in ('task', 'task_offer')""").query(Long.class).single();
    }

    private static SignedIn person(List<String> groups) {
        return new SignedIn(
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "somebody",
                "Somebody",
                Locale.ENGLISH,
                java.time.ZoneOffset.UTC,
                groups.stream()
                        .map(MandatePattern::parse)
                        .map(group -> new Mandate(
                                UUID.randomUUID(), group.role(), group.agency(), group.scopeKind(), group.scope()))
                        .toList());
    }
}
