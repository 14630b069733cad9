package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.database.ReleasedMigrations;

/** Is every case of an older release about the same as before? */
class CasesCarriedOverTests {

    private static JdbcClient jdbc;

    @BeforeAll
    static void upgrade() {
        DataSource database = ReleasedMigrations.old();
        jdbc = JdbcClient.create(database);
        jdbc.sql("""
                        insert into tandem.framework (short_code, code, version, position, payload) values ('FFA', 'FFA', 3, 0, '{}');
                        insert into tandem.framework_version values
                          ('FFA', 1, '{}', '2026-01-01'), ('FFA', 2, '{}', '2026-02-01'), ('FFA', 3, '{}', '2026-03-01')""").update();
        open("FFA-NGA-A3", "selection", null, "FFA", "2026-02-10");
        open("FFA-NGA-A3-2", "selection", null, "FFA", "2025-12-31");
        open("FFA-NGA-A3-2-D1", "divergence", "FFA-NGA-A3-2", "FFA", "2026-04-01");
        open("FFA-NGA-A3-D1", "divergence", "FFA-NGA-A3", "FFA", "2026-04-01");
        open("FFA-NGA-A3-D2", "divergence", "FFA-NGA-A3", "FFA", "2026-04-01");
        open("FFA-NGA-A3-S11", "support", null, "FFA", "2026-04-01");
        open("JAP-NGA-G1", "selection", null, "JAP", "2026-04-01");
        ReleasedMigrations.upgrade(database);
    }

    @Test
    void isOneCountryAndOneAreaAsBefore() {
        assertThat(strings("select case_id || ' ' || country from tandem.case_country order by case_id"))
                .hasSize(7)
                .contains("FFA-NGA-A3 NGA", "JAP-NGA-G1 NGA");
        assertThat(strings("select case_id || ' ' || area from tandem.case_area order by case_id"))
                .hasSize(7)
                .contains("FFA-NGA-A3-2-D1 A3", "JAP-NGA-G1 G1");
    }

    @Test
    void beganUnderTheVersionOfItsDayWhereThatIsKnown() {
        assertThat(strings("select id || ' ' || coalesce(framework_version, 0) from tandem.case_file order by id"))
                .contains("FFA-NGA-A3 2", "FFA-NGA-A3-2 0", "FFA-NGA-A3-D1 3", "JAP-NGA-G1 0");
    }

    @Test
    void goesOnCountingWhereItWas() {
        assertThat(strings("select stem || ' ' || letter || ' ' || last from tandem.case_number order by 1"))
                .containsExactlyInAnyOrder("FFA-NGA-A3 D 2", "FFA-NGA-A3-2 D 1", "FFA-NGA-A3 S 11");
    }

    private static List<String> strings(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private static void open(String id, String kind, String parent, String framework, String at) {
        jdbc.sql("""
                        insert into tandem.case_file (id, kind, parent, framework, area, country, state, state_since, opened_by,
                          opened_for, opened_at, changed_at, version)
                        values (?, ?, ?, ?, split_part(?, '-', 3), 'NGA', 'OPEN', now(), gen_random_uuid(), 'UNDP',
                          cast(? as timestamptz), now(), 0)""")
                .params(java.util.Arrays.asList(id, kind, parent, framework, id, at))
                .update();
    }
}
