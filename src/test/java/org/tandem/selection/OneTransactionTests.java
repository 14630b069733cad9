package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Saboteur;
import org.tandem.tasks.ReconcileTasks;
import org.tandem.vetting.CountryVetted;

/** Is a decision there with everything that follows from it, or not at all? (D4) */
@ProcessTest
class OneTransactionTests {

    private static final List<String> OURS = List.of(
            "case_file",
            "case_country",
            "case_area",
            "case_region",
            "case_entry",
            "case_notice",
            "search_document",
            "nomination",
            "nomination_agreement",
            "vetting",
            "vetting_vote",
            "task",
            "task_offer",
            "form_draft");
    private static final List<String> ENGINES = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_identitylink",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst");

    @Autowired
    Roads roads;

    @Autowired
    Saboteur saboteur;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void rest() {
        saboteur.rest();
        assertThat(reconcile.difference().size()).isZero();
    }

    @BeforeEach
    void elsewhere() {
        roads = roads.inArea("A6");
    }

    @Test
    void aNominationIsUndoneWithItsTask() {
        String country = roads.freshCountry();
        leavesNoTrace(Saboteur.step("start", "agreeNomination"), () -> assertThat(
                        roads.as("fp.undp.a6").nominate(country, "A6").getStatusCode())
                .isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR));
        assertThat(roads.nominated(country, "A6"))
                .as("the number is free again")
                .isEqualTo("FFA-" + country + "-A6");
    }

    @Test
    void anAgreementIsUndoneWhenTheVettingCannotBegin() {
        String id = roads.nominated();
        leavesNoTrace(
                Saboteur.step("end", "openVetting"),
                () -> fails(id, "agreeNomination", "ILO", Map.of("decision", "AGREE")));
        assertThat(roads.state(id)).isEqualTo("PROPOSED");
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
    }

    @Test
    void theLastVoteIsUndoneWhenItsTallyFails() {
        String id = roads.inVetting();
        roads.approves(id, "UNDP");
        leavesNoTrace(
                CountryVetted.class::isInstance, () -> fails(id, "vetCountry", "ILO", Map.of("decision", "APPROVE")));
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO");
        roads.approves(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.history(id)).containsOnlyOnce("selection.history.state.VETTED");
    }

    @Test
    void theLastVoteIsUndoneWhenABystanderOfTheSelectionFails() {
        String id = roads.inVetting();
        roads.approves(id, "UNDP");
        leavesNoTrace(
                event -> event instanceof CountryMoved moved && moved.state().equals("VETTED"),
                () -> fails(id, "vetCountry", "ILO", Map.of("decision", "APPROVE")));
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
    }

    @Test
    void aReturnIsUndoneWithTheTaskItEnds() {
        String id = roads.inVetting();
        leavesNoTrace(
                event -> event instanceof CountryMoved moved && moved.state().equals("RETURNED"),
                () -> fails(id, "vetCountry", "ILO", Map.of("decision", "RETURN", "question", "Who pays?")));
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
    }

    @Test
    void aWithdrawalIsUndoneWithAllThatItEnds() {
        String id = roads.inVetting();
        roads.approves(id, "UNDP");
        roads.as("coord.undp").post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Coup"));
        leavesNoTrace(
                event -> event instanceof CountryMoved moved && moved.state().equals("WITHDRAWN"),
                () -> fails(id, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE")));
        assertThat(roads.waiting(id)).containsExactly("agreeWithdrawal ILO", "vetCountry ILO");
    }

    @Test
    void theLastVoteIsUndoneWhenTheSelectionFailsAtItsVeryEnd() {
        String id = roads.inVetting();
        roads.approves(id, "UNDP");
        leavesNoTrace(
                Saboteur.step("end", "countrySelected"),
                () -> fails(id, "vetCountry", "ILO", Map.of("decision", "APPROVE")));
        roads.declines(id, "ILO", "Changed our mind");
        assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
    }

    private void fails(String id, String task, String party, Map<String, ?> values) {
        var answer = roads.tries(id, task, party, values);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(answer.getBody().toString()).contains("errorId").doesNotContain("sabotage");
    }

    private void leavesNoTrace(Predicate<Object> at, Runnable action) {
        Map<String, String> before = everything();
        saboteur.strikeAt(at);
        try {
            action.run();
        } finally {
            saboteur.rest();
        }
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, String> everything() {
        Map<String, String> tables = new java.util.TreeMap<>();
        OURS.forEach(table -> tables.put(table, content("tandem." + table)));
        ENGINES.forEach(table -> tables.put(table, content("engine." + table)));
        return tables;
    }

    private String content(String table) {
        return jdbc.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                        + table + " t")
                .query(String.class)
                .single();
    }
}
