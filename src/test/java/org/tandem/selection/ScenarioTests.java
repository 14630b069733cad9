package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.ReconcileTasks;

/** The acceptance scenarios of this stage, other partnerships as data only, and frameworks of one party; by API. */
@ProcessTest
class ScenarioTests {

    @Autowired
    Roads roads;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    /** Scenario 1, steps 1 to 3. */
    @Test
    void vietNamAndSamoaAreSelectedForSocialProtection() {
        for (String country : List.of("VNM", "WSM")) {
            roads.nominated(country, "A3");
            assertThat(roads.state("FFA-" + country + "-A3")).isEqualTo("PROPOSED");
        }
        for (String country : List.of("VNM", "WSM")) {
            String id = "FFA-" + country + "-A3";
            assertThat(roads.waiting(id)).containsExactly("agreeNomination ILO");
            roads.as("fp.ilo.a3.2").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
            assertThat(roads.state(id)).isEqualTo("IN_VETTING");
            assertThat(roads.history(id)).contains("selection.history.state.JOINTLY_IDENTIFIED");
            assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBAP");
            assertThat(roads.open(id, "vetCountry", "ILO").offers())
                    .containsExactly("regional-director:ILO:ASIA_PACIFIC");
        }
        for (String country : List.of("VNM", "WSM")) {
            roads.as("rd.undp.rbap").vet("FFA-" + country + "-A3", "APPROVE", "conditions", "");
            assertThat(roads.state("FFA-" + country + "-A3")).isEqualTo("IN_VETTING");
        }
        for (String country : List.of("VNM", "WSM")) {
            roads.as("rd.ilo.asia_pacific").vet("FFA-" + country + "-A3", "APPROVE", "conditions", "");
            assertThat(roads.state("FFA-" + country + "-A3")).isEqualTo("VETTED");
            assertThat(roads.waiting("FFA-" + country + "-A3")).isEmpty();
        }
    }

    /** Scenario 2, step 2. */
    @ParameterizedTest
    @ValueSource(strings = {"KGZ", "TJK", "UZB"})
    void centralAsiaIsSelectedForEmployment(String country) {
        assertThat(roads.as("fp.ilo.a2").nominate(country, "A2").getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        String id = "FFA-" + country + "-A2";
        roads.as("fp.undp.a2").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        roads.as("rd.undp.rbec").vet(id, "APPROVE", "conditions", "");
        roads.as("rd.ilo.europe_central_asia").vet(id, "APPROVE", "conditions", "");

        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    /** Scenario 3, step 3. */
    @Test
    void iraqIsReturnedAnsweredByTheCountryOfficeAndApproved() {
        String id = roads.inVetting("IRQ", "A2");
        roads.as("rd.ilo.arab_states").vet(id, "RETURN", "question", "Which governorates?");
        assertThat(roads.state(id)).isEqualTo("RETURNED");
        assertThat(roads.waiting(id)).containsExactly("answerQuestion");

        ResponseEntity<JsonNode> answered = roads.as("co.ilo.irq")
                .answer("vetting", id, "answerQuestion", Map.of("answer", "Basra", "amendment", "Basra only"));
        assertThat(answered.getStatusCode())
                .as(String.valueOf(answered.getBody()))
                .isEqualTo(HttpStatus.OK);
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        roads.as("rd.undp.rbas").vet(id, "APPROVE", "conditions", "");
        roads.as("rd.ilo.arab_states").vet(id, "APPROVE", "conditions", "");
        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void jordanIsSelectedForAGoalOfAnotherPlan() {
        nominates("fp.ilo.g1", "JAP", "JOR", "G1");
        String id = "JAP-JOR-G1";
        assertThat(roads.open(id, "agreeNomination", "UNHCR").offers()).containsExactly("focal-point:UNHCR:JAP-G1");
        roads.as("fp.unhcr.g1").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(roads.open(id, "vetCountry", "ILO").offers()).containsExactly("regional-director:ILO:ARAB_STATES");
        Caller unhcr =
                roads.holder(roads.open(id, "vetCountry", "UNHCR").offers().get(0));
        assertThat(unhcr.name()).startsWith("rd.unhcr.");
        unhcr.vet(id, "APPROVE", "conditions", "");
        roads.as("rd.ilo.arab_states").vet(id, "APPROVE", "conditions", "");

        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.as("rd.undp.rbas").get("/api/cases/" + id).getStatusCode())
                .as("no party of this plan")
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void twoInventedAgenciesSelectACountryByDataAlone() {
        nominates("fp.aqua.m1", "MUD", "FIN", "M1");
        String id = "MUD-FIN-M1";
        roads.as("fp.terra.m1").answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
        assertThat(roads.waiting(id)).containsExactly("vetCountry AQUA", "vetCountry TERRA");
        roads.as("rd.aqua.north").vet(id, "APPROVE", "conditions", "");
        roads.as("rd.terra.baltic").vet(id, "APPROVE", "conditions", "");

        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void threePartiesAllHaveToAgreeAndAllToApprove() {
        nominates("fp.aqua.s1", "SKY", "FIN", "S1");
        String id = "SKY-FIN-S1";
        assertThat(roads.waiting(id)).containsExactly("agreeNomination AER", "agreeNomination TERRA");
        roads.does(id, "agreeNomination", "TERRA", Map.of("decision", "AGREE"));
        assertThat(roads.state(id)).isEqualTo("PROPOSED");
        roads.does(id, "agreeNomination", "AER", Map.of("decision", "AGREE"));
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        assertThat(roads.waiting(id)).containsExactly("vetCountry AER", "vetCountry AQUA", "vetCountry TERRA");
        roads.approves(id, "AQUA");
        roads.approves(id, "TERRA");
        assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        roads.approves(id, "AER");

        assertThat(roads.state(id)).isEqualTo("VETTED");
    }

    @Test
    void oneOfThreeRefusesAndTheOtherNeedNotAnswer() {
        nominates("fp.terra.s1", "SKY", "EST", "S1");
        String id = "SKY-EST-S1";
        roads.does(id, "agreeNomination", "AER", Map.of("decision", "REFUSE", "reason", "No wind"));

        assertThat(roads.state(id)).isEqualTo("NOT_AGREED");
        assertThat(roads.waiting(id)).isEmpty();
    }

    @Test
    void oneOfThreeReturnsAndAllVoteAnewThenTwoAgainstOneIsADivergence() {
        nominates("fp.aer.s1", "SKY", "KEN", "S1");
        String id = "SKY-KEN-S1";
        roads.does(id, "agreeNomination", "AQUA", Map.of("decision", "AGREE"));
        roads.does(id, "agreeNomination", "TERRA", Map.of("decision", "AGREE"));
        roads.approves(id, "AQUA");
        roads.approves(id, "TERRA");
        roads.returns(id, "AER", "Rain or wind?");
        assertThat(roads.waiting(id)).containsExactly("answerQuestion");
        roads.does(id, "answerQuestion", null, Map.of("answer", "Both"));
        assertThat(roads.waiting(id)).hasSize(3);
        roads.approves(id, "AQUA");
        roads.declines(id, "TERRA", "Too wet");
        roads.approves(id, "AER");

        assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
        assertThat(roads.waiting(id + "-D1"))
                .containsExactly("statePosition AER", "statePosition AQUA", "statePosition TERRA");
    }

    @Test
    void threePartiesWithdrawTogetherOrNotAtAll() {
        nominates("fp.aqua.s1", "SKY", "UGA", "S1");
        String id = "SKY-UGA-S1";
        asksForWithdrawal("coord.aqua", id);
        roads.does(id, "agreeWithdrawal", "TERRA", Map.of("decision", "AGREE"));
        assertThat(roads.state(id)).isEqualTo("PROPOSED");
        roads.does(id, "agreeWithdrawal", "AER", Map.of("decision", "REFUSE", "reason", "Let us see"));
        assertThat(roads.state(id)).isEqualTo("PROPOSED");
        asksForWithdrawal("coord.terra", id);
        roads.does(id, "agreeWithdrawal", "AQUA", Map.of("decision", "AGREE"));
        roads.does(id, "agreeWithdrawal", "AER", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource({"DCS,coord.ilo", "UNREFORM,fp.ilo.a3", "DCS,co.ilo.vnm"})
    void aFrameworkOfOnePartyNominatesNoCountry(String framework, String person) {
        String area = roads.as(person)
                .get("/api/frameworks/" + framework)
                .getBody()
                .at("/framework/areas/0/code")
                .asText();
        ResponseEntity<JsonNode> refused =
                roads.as(person).post("/api/selection/nominations", Caller.nomination(framework, "VNM", area));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("selection.refused.onePartyFramework");
        assertThat(refused.getBody().at("/detail").asText()).contains("one party");
    }

    private void nominates(String person, String framework, String country, String area) {
        ResponseEntity<JsonNode> opened =
                roads.as(person).post("/api/selection/nominations", Caller.nomination(framework, country, area));
        assertThat(opened.getStatusCode()).as(String.valueOf(opened.getBody())).isEqualTo(HttpStatus.CREATED);
    }

    private void asksForWithdrawal(String coordinator, String id) {
        assertThat(roads.as(coordinator)
                        .post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Things changed"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.ACCEPTED);
    }
}
