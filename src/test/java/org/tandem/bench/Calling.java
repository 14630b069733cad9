package org.tandem.bench;

import java.net.URI;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Pages over a crowd of funds, calls and submissions, written by SQL: what a coordinator waits for at each. */
final class Calling implements Part {

    private static final int FUNDS = 40;
    private static final int CALLS = 300;
    private static final int SUBMISSIONS = 2_000;

    @Override
    public String name() {
        return "calling";
    }

    @Override
    public void run(Settings settings, Rows rows) throws Exception {
        int funds = settings.scaled(FUNDS, 4);
        int calls = settings.scaled(CALLS, 10);
        int submissions = settings.scaled(SUBMISSIONS, 50);
        try (Application application = Application.start(BenchDatabases.fresh("bench_calling"));
                Connection connection = application.bean(DataSource.class).getConnection()) {
            crowd(JdbcClient.create(new SingleConnectionDataSource(connection, true)), funds, calls, submissions);
            WebSession coordinator = new WebSession(URI.create("http://localhost:" + application.port()));
            coordinator.signIn("coord.undp");
            String size = "%,d funds, %,d calls, %,d submissions".formatted(funds, calls, submissions);
            int looks = settings.scaled(200, 20);
            // No page may pay for what Java has yet to compile.
            looks(size, looks, coordinator, new Rows.Silent());
            looks(size, looks, coordinator, rows);
        }
    }

    private static void looks(String size, int looks, WebSession who, Rows rows) throws Exception {
        look("register of submissions", "/submissions", size, looks, who, rows);
        look("register of submissions, one fund", "/submissions?fund=BF1&state=APPROVED", size, looks, who, rows);
        look("register of calls", "/calls", size, looks, who, rows);
        look("page of a call", "/calls/BC1", size, looks, who, rows);
        look("dashboard", "/dashboard", size, looks, who, rows);
    }

    private static void look(String name, String path, String size, int looks, WebSession who, Rows rows)
            throws Exception {
        Samples samples = new Samples();
        for (int look = 0; look < looks; look++) {
            samples.time(() -> {
                WebSession.Answer answer = who.get(path);
                if (answer.status() != 200) {
                    throw new IllegalStateException(path + " answers " + answer.status());
                }
            });
        }
        rows.add("calling: " + name + ", p95", size, samples.millis(95), null, "ms", samples.spread());
    }

    /** A programme for each submission that was handed in; every outcome in turn. */
    private static void crowd(JdbcClient jdbc, int funds, int calls, int submissions) {
        jdbc.sql("""
                        insert into tandem.fund (code, position, payload)
                        select 'BF' || n, 1000 + n, cast(jsonb_set(cast(f.payload as jsonb), '{code}', to_jsonb('BF' || n)) as json)
                          from generate_series(1, ?) n, tandem.fund f where f.code = 'UNTFHS'""").param(funds).update();
        jdbc.sql("""
                        insert into tandem.call (id, fund, terms, said, verified, edited, version)
                        select 'BC' || n, 'BF' || 1 + n % ?, jsonb_build_object('name', 'Call ' || n, 'ceiling', '1000000',
                                   'closes', case when n % 5 = 0 then '2099-12-31' else '2020-12-31' end),
                               '{}', false, '{name}', 1
                          from generate_series(1, ?) n""").params(funds, calls).update();
        jdbc.sql("""
                        create temporary table crowd as
                        select n, 'FFA-' || c.iso3 || '-A' || 1 + n % 7 || '-P' || 100 + n as programme, c.iso3 as country,
                               'A' || 1 + n % 7 as area, 'BC' || 1 + n % :calls as call, 'BF' || 1 + (1 + n % :calls) % :funds as fund,
                               (array['SUBMITTED', 'CLARIFICATION', 'DEFERRED', 'APPROVED', 'APPROVED_IN_PART', 'REJECTED'])[1 + n % 6] as state
                          from generate_series(1, :submissions) n
                          join (select iso3, row_number() over (order by iso3) as place, count(*) over () as many
                                  from tandem.country) c on c.place = 1 + n % c.many""")
                .param("calls", calls)
                .param("funds", funds)
                .param("submissions", submissions)
                .update();
        cases(
                jdbc,
                "programme",
                "programme",
                "null",
                "case when state like 'APP%' then 'APPROVED' else 'SUBMITTED' end");
        cases(jdbc, "programme || '-F1'", "submission", "programme", "state");
        jdbc.sql("""
                        insert into tandem.submission (case_id, programme, call, fund, number, requested, opened_by, handed_in_at, version)
                        select programme || '-F1', programme, call, fund, 1, 500000, gen_random_uuid(), now(), 1 from crowd""").update();
        jdbc.sql("""
                        insert into tandem.submission_grant
                        select programme || '-F1', each, 200000 from crowd, unnest(array['ILO', 'UNDP']) each where state like 'APP%'""").update();
        jdbc.sql("insert into tandem.submission_effort select programme || '-F1', 'ILO', 12 from crowd")
                .update();
        jdbc.sql("analyze").update();
    }

    private static void cases(JdbcClient jdbc, String id, String kind, String parent, String state) {
        jdbc.sql(
                        "insert into tandem.case_file (id, kind, parent, title, framework, area, country, state, state_since, no_director,"
                                + " priority, opened_by, opened_for, opened_at, changed_at, version, fund) select " + id
                                + ", '" + kind
                                + "', " + parent + ", 'Programme ' || n, 'FFA', area, country, " + state
                                + ", now() - make_interval(mins => n), false, 50, gen_random_uuid(), 'ILO', now(), now(), 1, fund from crowd")
                .update();
        for (String what : new String[] {"area", "country"}) {
            jdbc.sql("insert into tandem.case_%1$s (case_id, %1$s) select %2$s, %1$s from crowd".formatted(what, id))
                    .update();
        }
    }
}
