package org.tandem.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tandem.cases.CaseId;

/**
 * Two really driven cases, one waiting for the agreement of four parties, one being vetted by five directors, multiplied by
 * SQL: thirty of the first kind for every one of the second. No country is named twice for one area.
 */
final class MassOfCases {

    /** Thirty times four tasks, and five. */
    private static final int CASES_OF_A_TURN = 31;

    private static final int TASKS_OF_A_TURN = 30 * 4 + 5;
    private static final int MOST_TURNS = 8_000;
    private static final int SECONDS_OF_TWO_WEEKS = 14 * 24 * 3_600;

    private final Application application;
    private final JdbcClient jdbc;
    private final Map<String, String> facts;
    private final DrivenCase agreeing;
    private final DrivenCase vetted;
    private int turns;

    MassOfCases(Application application, Cases cases) throws IOException {
        this.application = application;
        this.jdbc = application.jdbc();
        List<String> countries = InventedWorld.countries();
        String framework = InventedWorld.framework(1);
        int last = countries.size() - 1;
        Subject subject = new Subject(framework, countries.get(last), InventedWorld.area(1), InventedWorld.PARTIES);
        Subject other = new Subject(framework, countries.get(last - 1), subject.area(), InventedWorld.PARTIES);
        this.facts = new LinkedHashMap<>(Map.of(framework, "m.framework", subject.area(), "m.area"));
        for (int country : List.of(last, last - 1)) {
            facts.put(countries.get(country), "m.country");
            facts.put(InventedWorld.region(country), "m.region");
        }
        this.agreeing = new DrivenCase(jdbc, cases.nominate(subject));
        this.vetted = new DrivenCase(jdbc, inVetting(cases, other));
        plan(countries.subList(0, 200));
    }

    private CaseId inVetting(Cases cases, Subject subject) {
        CaseId id = cases.nominate(subject);
        jdbc.sql("""
                        select t.id, o.role || ':' || o.agency || ':' || o.scope as offer
                          from tandem.task t join tandem.task_offer o on o.task_id = t.id where t.case_id = ?""")
                .param(id.value())
                .query((row, number) -> new Cases.Step(
                        id,
                        row.getString("id"),
                        "agreeNomination",
                        row.getString("offer"),
                        Map.of("decision", "AGREE")))
                .list()
                .forEach(cases::take);
        return id;
    }

    /** Which case is about what: all areas in turn, then all of them again for the next country. */
    private void plan(List<String> countries) {
        jdbc.sql("create schema bench").update();
        jdbc.sql("""
                        create table bench.mass as
                        select n, lpad(to_hex(n), 8, '0') as hex,
                               'B' || lpad(cast(1 + n %% areas / 50 as text), 2, '0') as framework,
                               'A' || lpad(cast(1 + n %% 50 as text), 2, '0') as area,
                               (cast(:countries as text[]))[1 + n / areas] as country,
                               'R' || lpad(cast(1 + n / areas / 5 as text), 2, '0') as region,
                               make_interval(secs => cast(n as bigint) * 7919 %% %d) as age,
                               case when n %% %d = %d then 'vetted' else 'agreeing' end as kind
                          from generate_series(0, %d) n, lateral (select %d as areas) a""".formatted(
                                SECONDS_OF_TWO_WEEKS,
                                CASES_OF_A_TURN,
                                CASES_OF_A_TURN - 1,
                                CASES_OF_A_TURN * MOST_TURNS - 1,
                                InventedWorld.FRAMEWORKS * InventedWorld.AREAS))
                .param("countries", countries.toArray(String[]::new))
                .update();
        jdbc.sql("alter table bench.mass add primary key (n)").update();
    }

    /** @return how many tasks are open now: those of the driven cases, and of the mass so many, unless there are no more countries */
    int growTo(int tasks) throws SQLException {
        int wanted = Math.min(MOST_TURNS, (tasks + TASKS_OF_A_TURN - 1) / TASKS_OF_A_TURN);
        if (wanted > turns) {
            write(" m.n between " + turns * CASES_OF_A_TURN + " and " + (wanted * CASES_OF_A_TURN - 1));
            turns = wanted;
        }
        return jdbc.sql("select count(*) from tandem.task where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    private void write(String range) throws SQLException {
        try (Connection connection = application.bean(DataSource.class).getConnection()) {
            JdbcTemplate bulk = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            // The rows come whole: neither the triggers that complete offers nor the foreign keys have anything to add.
            bulk.execute("set session_replication_role = replica");
            bulk.execute("set synchronous_commit = off");
            bulk.execute("set maintenance_work_mem = '512MB'");
            Indexes indexes = Indexes.aside(bulk, tables());
            insert(bulk, agreeing, "m.kind = 'agreeing' and" + range);
            insert(bulk, vetted, "m.kind = 'vetted' and" + range);
            indexes.back(bulk);
            tables().forEach(table -> bulk.execute("vacuum analyze " + table));
            bulk.execute("reset all");
        }
    }

    private void insert(JdbcTemplate bulk, DrivenCase driven, String of) {
        driven.rows().forEach(row -> bulk.execute(row.insert(facts, driven.ids(), of)));
    }

    private List<String> tables() {
        return Stream.of(agreeing, vetted)
                .flatMap(driven -> driven.rows().stream().map(RowTemplate::table))
                .distinct()
                .sorted()
                .toList();
    }
}
