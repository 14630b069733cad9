package org.tandem.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** F2, F4, F9, what follows from them, and what was won after a refusal; on cases as the stages leave them. */
@DashboardTest
class DashboardSubmissionTests {

    private static final String CALL = "COVID19-MPTF-C2";

    @LocalServerPort
    int port;

    @Autowired
    EmptyHouse house;

    @Autowired
    JdbcClient jdbc;

    private Look look;

    @BeforeEach
    void nothingIsThere() {
        house.sweep();
        jdbc.sql("""
                        insert into tandem.call (id, fund, terms, said, verified, edited, version)
                        values (?, 'UNTFHS', '{"name": "Second call", "closes": "2099-12-31"}', '{}', false, '{name}', 1)
                        on conflict (id) do nothing""").param(CALL).update();
        look = Look.of(port, "coord.ilo");
    }

    /** The end of scenario 2. */
    @Test
    void countsTheSecondCallOfTheFund() {
        submission("UZB", "A2", 1, "APPROVED", "600000.00", "600000.00", 4);
        submission("TJK", "A2", 1, "APPROVED", "600000.00", "600000.00", 5);
        submission("KGZ", "A2", 1, "DEFERRED", "600000.00", null, 3);
        submission("KAZ", "A2", 1, "READY", "600000.00", null, 0);

        JsonNode figures = look.at("");

        assertThat(number(figures, "/F4/total")).isEqualTo(3);
        assertThat(number(figures, "/F4/outcomes/APPROVED")).isEqualTo(2);
        assertThat(number(figures, "/F4/outcomes/DEFERRED")).isEqualTo(1);
        assertThat(amount(figures, "/F4/amounts/APPROVED/approved")).isEqualByComparingTo("1200000.00");
        assertThat(amount(figures, "/F4/rates/successByNumber")).isEqualByComparingTo("100");
        assertThat(amount(figures, "/F4/rates/wonPerDay")).isEqualByComparingTo("100000");
        JsonNode line = line(figures, CALL);
        assertThat(number(line, "/total")).isEqualTo(3);
        assertThat(amount(line, "/amounts/requested")).isEqualByComparingTo("1800000.00");
        assertThat(amount(line, "/amounts/approved")).isEqualByComparingTo("1200000.00");
        assertThat(line.at("/of/daysLeft").asLong()).isPositive();
        assertThat(number(figures, "/F2/collaborations/FFA-A2")).isEqualTo(3);
        assertThat(number(look.at("area=FFA-A3"), "/F2/total")).isZero();
    }

    @Test
    void addsUpToTheCent() {
        submission("UZB", "A2", 1, "APPROVED_IN_PART", "100000.10", "0.01", 0);
        submission("TJK", "A2", 1, "APPROVED_IN_PART", "100000.20", "0.02", 0);

        JsonNode figures = look.at("");

        assertThat(amount(figures, "/F4/amounts/APPROVED_IN_PART/requested")).isEqualByComparingTo("200000.30");
        assertThat(amount(figures, "/F4/amounts/APPROVED_IN_PART/approved")).isEqualByComparingTo("0.03");
        assertThat(figures.at("/F4/rates").has("wonPerDay")).isFalse();
    }

    /** R-049, S-027; a country counts once for each area, also after a refusal. */
    @Test
    void countsWhatWasWonAfterARefusal() {
        submission("UZB", "A2", 1, "REJECTED", "600000.00", null, 2);
        submission("UZB", "A2", 2, "APPROVED", "600000.00", "600000.00", 2);
        submission("TJK", "A2", 1, "APPROVED", "300000.00", "300000.00", 2);
        submission("KGZ", "A2", 1, "REJECTED", "600000.00", null, 2);

        JsonNode figures = look.at("");

        assertThat(number(figures, "/again/total")).isEqualTo(1);
        assertThat(amount(figures, "/again/amounts/APPROVED/approved")).isEqualByComparingTo("600000");
        assertThat(look.behind("/api/dashboard/list?figure=again"))
                .singleElement()
                .satisfies(case_ -> assertThat(case_.get("id").asText()).isEqualTo("FFA-UZB-A2-P1-F2"));
        assertThat(amount(figures, "/F4/rates/successByNumber")).isEqualByComparingTo("50");
        assertThat(amount(figures, "/F4/rates/successBySum")).isEqualByComparingTo("43");
        assertThat(number(figures, "/F2/collaborations/FFA-A2")).isEqualTo(3);
        assertThat(number(look.at("region=UNDP:RBEC&region=ILO:EUROPE_CENTRAL_ASIA"), "/F4/total"))
                .as("under no region of an agency")
                .isZero();
    }

    @Test
    void countsApprovedWorkThatWaitsForItsMoney() {
        submission("VNM", "A3", 1, "APPROVED", "500000.00", "500000.00", 0);
        submission("WSM", "A3", 1, "APPROVED_IN_PART", "500000.00", "350000.00", 0);
        submission("SOM", "A3", 1, "APPROVED", "1.00", "1.00", 0);
        move("FFA-VNM-A3-P1", "WAITING_FOR_FUNDS");
        move("FFA-WSM-A3-P1", "PART_FUNDED");

        JsonNode figures = look.read("/api/dashboard/figures");

        assertThat(number(figures, "/F9/states/WAITING_FOR_FUNDS")).isEqualTo(1);
        assertThat(number(figures, "/F9/total")).isEqualTo(2);
        assertThat(amount(figures, "/F9/amounts/WAITING_FOR_FUNDS/approved")).isEqualByComparingTo("500000");
        assertThat(amount(figures, "/F9/amounts/PART_FUNDED/approved")).isEqualByComparingTo("350000");
        assertThat(look.behind("/api/dashboard/list?figure=F9")).hasSize(2);
        move("FFA-VNM-A3-P1", "APPROVED");
        move("FFA-WSM-A3-P1", "APPROVED");
        assertThat(number(look.at(""), "/F9/total")).isZero();
    }

    @Test
    void leadsToTheListOfACallAndToItsRegister() {
        submission("UZB", "A2", 1, "APPROVED", "600000.00", "600000.00", 4);
        submission("TJK", "A2", 1, "READY", "600000.00", null, 0);

        String page = look.who().get("/dashboard").body();
        assertThat(page)
                .contains("Second call", "/submissions?call=" + CALL, "figure=F4&amp;outcome=APPROVED&amp;call=" + CALL)
                .contains("Of what the funds have decided, 100", "FFA-A2")
                .doesNotContain("??");
        assertThat(look.who().get("/dashboard/list?figure=F4&call=" + CALL).body())
                .contains("1 submission", "FFA-UZB-A2-P1-F1")
                .doesNotContain("FFA-TJK");
        assertThat(look.who().get("/dashboard/list.csv?figure=F2").body()).contains("FFA-UZB-A2-P1");
        assertThat(look.who()
                        .get("/dashboard/list?figure=F2&collaboration=FFA-A2&lang=fr")
                        .body())
                .contains("1 pays")
                .doesNotContain("??");
        assertThat(look.who()
                        .get("/submissions?call=" + CALL + "&state=APPROVED")
                        .body())
                .contains("FFA-UZB-A2-P1-F1", "31 Dec 2099", "days left")
                .doesNotContain("FFA-TJK");
        assertThat(look.who().get("/dashboard/list?figure=F4&outcome=LOST").statusCode())
                .isEqualTo(422);
    }

    /** With its programme, where that is not there yet. */
    private void submission(
            String country, String area, int number, String state, String requested, String approved, int days) {
        String programme = "FFA-" + country + "-" + area + "-P1";
        String id = programme + "-F" + number;
        openCase(programme, "programme", null, country, area, "APPROVED".equals(state) ? "APPROVED" : "SUBMITTED");
        if (state.equals("READY")) {
            move(programme, "READY");
        }
        openCase(id, "submission", programme, country, area, state);
        jdbc.sql("""
                        insert into tandem.submission (case_id, programme, call, fund, number, requested, opened_by, handed_in_at, version)
                        values (:id, :programme, :call, 'UNTFHS', 1, :requested, gen_random_uuid(),
                                case when :state <> 'READY' then now() + make_interval(days => :number) end, 1)""")
                .param("id", id)
                .param("programme", programme)
                .param("call", CALL)
                .param("requested", new BigDecimal(requested))
                .param("state", state)
                .param("number", number)
                .update();
        if (approved != null) {
            jdbc.sql("insert into tandem.submission_grant values (?, 'ILO', ?)")
                    .params(id, new BigDecimal(approved))
                    .update();
        }
        jdbc.sql("insert into tandem.submission_effort values (?, 'ILO', ?)")
                .params(id, days)
                .update();
    }

    private void openCase(String id, String kind, String parent, String country, String area, String state) {
        int made = jdbc.sql("""
                        insert into tandem.case_file (id, kind, parent, title, framework, area, country, state, state_since,
                                no_director, priority, opened_by, opened_for, opened_at, changed_at, version, fund)
                        values (:id, :kind, :parent, :id, 'FFA', :area, :country, :state, now(), false, 50, :by, 'ILO', now(), now(), 1,
                                'UNTFHS')
                        on conflict (id) do nothing""")
                .param("id", id)
                .param("kind", kind)
                .param("parent", parent)
                .param("area", area)
                .param("country", country)
                .param("state", state)
                .param("by", UUID.randomUUID())
                .update();
        if (made == 1) {
            jdbc.sql("insert into tandem.case_area (case_id, area) values (?, ?)")
                    .params(id, area)
                    .update();
            jdbc.sql("insert into tandem.case_country (case_id, country) values (?, ?)")
                    .params(id, country)
                    .update();
        }
    }

    private void move(String id, String state) {
        jdbc.sql("update tandem.case_file set state = ? where id = ?")
                .params(state, id)
                .update();
    }

    private static int number(JsonNode figures, String path) {
        return figures.at(path + "/number").asInt(-1);
    }

    private static BigDecimal amount(JsonNode figures, String path) {
        return new BigDecimal(figures.at(path).asText());
    }

    private static JsonNode line(JsonNode figures, String call) {
        for (JsonNode line : figures.at("/F4/calls")) {
            if (line.at("/of/key").asText().equals(call)) {
                return line;
            }
        }
        throw new AssertionError("no line for " + call);
    }
}
