package org.tandem.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code programme.bpmn}? Real engine, database, use cases and API. */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest(covers = "programme")
class ProgrammeProcessTests {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Autowired
    Roads roads;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void asksTheCountryOfficeAndFocalPointsOfTheOtherPartyToJoin() {
        String country = roads.freshCountry();
        String id = roads.idea(country);

        assertThat(id).isEqualTo("FFA-" + country + "-A3-P1");
        assertThat(roads.state(id)).isEqualTo("IDEA");
        assertThat(roads.file(id).at("/parent").isNull()).isTrue();
        assertThat(roads.waiting(id)).containsExactly("joinDrafting ILO");
        assertThat(roads.open(id, "joinDrafting", "ILO").offers())
                .containsExactly("country-office:ILO:" + country, "focal-point:ILO:FFA-A3");
    }

    @Test
    void isDraftedOnceTheOtherPartyHasJoined() {
        String id = roads.drafting();

        assertThat(roads.state(id)).isEqualTo("DRAFTING");
        assertThat(roads.waiting(id)).containsExactly("draftProposal");
        assertThat(roads.history(id)).containsExactly("programme.history.started", "programme.history.joined");
    }

    @Test
    void isClosedWhenTheOtherPartyDeclines() {
        String id = roads.idea(roads.freshCountry());
        withdrawalAsked(id);
        roads.does(id, "joinDrafting", "ILO", Map.of("decision", "DECLINE", "reason", "No staff"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("NOT_TAKEN_UP");
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(running(id)).isZero();
    }

    @Test
    void isNotDeclinedWithoutAReason() {
        String id = roads.idea(roads.freshCountry());

        assertThat(roads.tries(id, "joinDrafting", "ILO", Map.of("decision", "DECLINE"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void numbersTheProgrammesOfACountryAndArea() {
        String country = roads.freshCountry();
        roads.idea(country);

        assertThat(roads.idea(country)).isEqualTo("FFA-" + country + "-A3-P2");
    }

    @Test
    void waitsForACallOnceItIsClearedAndGoesToOne() {
        String selection = roads.vetted();
        String id = cleared(country(selection));
        assertThat(roads.file(id).at("/parent").asText()).isEqualTo(selection);
        assertThat(roads.waiting(id)).containsExactly("chooseCall");
        submits(id);

        assertThat(roads.waiting(id)).isEmpty();
        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(roads.history(id)).contains("programme.history.callTaken", "submission.history.opened");
    }

    @Test
    void goesBackToRevisionForTheFormOfAnotherFund() {
        String id = cleared(country(roads.vetted()));
        assertThat(roads.tries(id, "chooseCall", null, Map.of("decision", "REWRITE", "call", call("UNTFHS")))
                        .getBody()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("decision");
        roads.does(id, "chooseCall", null, Map.of("decision", "REWRITE", "call", call("PB000")));

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
        assertThat(roads.file(id).at("/fund").asText()).isEqualTo("PB000");
        assertThat(roads.history(id)).contains("programme.history.formChanged");
    }

    @Test
    void endsApprovedOrStopsAfterARefusalOrTriesAgain() {
        String won = out(cleared(country(roads.vetted())));
        says(won, "APPROVED");
        assertThat(roads.state(won.replace("-F1", ""))).isEqualTo("APPROVED");

        String lost = out(cleared(country(roads.vetted())));
        says(lost, "REJECTED");
        String programme = lost.replace("-F1", "");
        roads.does(programme, "decideNext", null, Map.of("decision", "ANOTHER_CALL"));
        assertThat(roads.waiting(programme)).containsExactly("chooseCall");
        submits(programme);
        String second = programme + "-F2";
        roads.does(second, "preparePackage", null, Map.of("decision", "GIVE_UP", "reason", "Wrong call"));
        assertThat(roads.waiting(programme)).containsExactly("chooseCall");
        submits(programme);
        says(sent(programme + "-F3"), "REJECTED");
        roads.does(programme, "decideNext", null, Map.of("decision", "STOP", "lessons", "Begin with the ministry"));
        assertThat(roads.state(programme)).isEqualTo("WITHDRAWN");
        assertThat(roads.file(programme).at("/stateReason").asText()).isEqualTo("REFUSED");
    }

    @Test
    void endsWithItsCountryOnceItIsWithdrawnAtTheFund() {
        String id = cleared(country(roads.vetted()));
        out(id);
        String selection = roads.file(id).at("/parent").asText();
        roads.as("coord.undp").post("/api/selection/" + selection + "/withdrawal", Map.of("reason", "Coup"));
        roads.does(selection, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
        Caller coordinator = roads.as("coord.ilo");
        Map<String, String> withdrawn = Map.of("on", today(), "letter", uploaded(coordinator));
        assertThat(coordinator
                        .post(Roads.address(id + "-F1", "withdrawAtFund"), withdrawn)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("COUNTRY_WITHDRAWN");
    }

    @Test
    void isRevisedAfterAnObjectionOfTheResidentCoordinator() {
        String id = cleared(country(roads.vetted()));
        submits(id);
        roads.does(id + "-F1", "preparePackage", null, Map.of("decision", "ASK"));
        consultation(id + "-F1", Map.of("decision", "OBJECTED", "said", "Not this ministry"));
        roads.does(id + "-F1", "meetObjection", null, Map.of("decision", "REVISE", "reason", "Another ministry"));

        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
    }

    private String call(String fund) {
        String code = "PRG-" + NEXT.incrementAndGet();
        assertThat(roads.as("coord.ilo")
                        .post("/api/calls", Map.of("code", code, "fund", fund))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        return code;
    }

    private void submits(String id) {
        roads.does(id, "chooseCall", null, Map.of("decision", "SUBMIT", "call", call("UNTFHS")));
    }

    private String out(String id) {
        submits(id);
        return sent(id + "-F1");
    }

    private String sent(String submission) {
        roads.does(submission, "preparePackage", null, Map.of("decision", "ASK"));
        consultation(submission, Map.of("decision", "ENDORSED"));
        roads.does(submission, "handInProposal", null, Map.of("decision", "HAND_IN"));
        return submission;
    }

    private void consultation(String submission, Map<String, ?> values) {
        Map<String, Object> sent = new HashMap<>(values);
        Caller office = roads.open(submission, "answerConsultation", null).offers().stream()
                .flatMap(group -> roads.holderIfAny(group).stream())
                .findFirst()
                .orElseThrow();
        sent.put("on", today());
        sent.put("letter", uploaded(office));
        assertThat(office.post(Roads.address(submission, "answerConsultation"), sent)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    private void says(String submission, String answer) {
        Caller coordinator = roads.as("coord.undp");
        Map<String, Object> said =
                new HashMap<>(Map.of("decision", answer, "on", today(), "letter", uploaded(coordinator)));
        if (answer.equals("REJECTED")) {
            said.put("reasons", "Too many like it");
        }
        ResponseEntity<JsonNode> done = coordinator.post(Roads.address(submission, "recordFundAnswer"), said);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    private static String uploaded(Caller by) {
        return by.upload("/api/uploads?kind=letter", "file", "letter.pdf", "%PDF-1.4\n%%EOF\n")
                .getBody()
                .at("/id")
                .asText();
    }

    @Test
    void goesBackToRevisionWhenTheClearedTextIsChanged() {
        String id = roads.cleared();
        roads.changesProfile("fp.ilo.a3", id, "title", "Another title");

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
    }

    @Test
    void getsNoCallBeforeItsCountryIsSelected() {
        String country = roads.freshCountry();
        String id = cleared(country);
        assertThat(keeps(id)).isEqualTo("programme.refused.notSelected");
        String selection = roads.inVetting(country, "A3");

        assertThat(roads.file(id).at("/parent").asText()).isEqualTo(selection);
        assertThat(keeps(id)).isEqualTo("programme.refused.notSelected");
        roads.approves(selection, "UNDP");
        roads.approves(selection, "ILO");
        submits(id);
    }

    @Test
    void goesOnWhileTheCountryIsPausedButGetsNoCall() {
        String selection = roads.vetted();
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + selection + "/suspension", Map.of("reason", "Elections"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        String id = cleared(country(selection));

        assertThat(keeps(id)).isEqualTo("programme.refused.countryPaused");
        roads.as("coord.undp").delete("/api/selection/" + selection + "/suspension");
        submits(id);
    }

    @Test
    void isWithdrawnWithItsCountryAndItsDraftsStayReadable() {
        String selection = roads.vetted();
        String early = roads.idea(country(selection));
        String id = roads.inReview(country(selection));
        withdrawalAsked(id);
        roads.as("coord.undp").post("/api/selection/" + selection + "/withdrawal", Map.of("reason", "Coup"));
        roads.does(selection, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        for (String withdrawn : List.of(early, id)) {
            assertThat(roads.state(withdrawn)).isEqualTo("WITHDRAWN");
            assertThat(roads.file(withdrawn).at("/stateReason").asText()).isEqualTo("COUNTRY_WITHDRAWN");
            assertThat(roads.waiting(withdrawn)).isEmpty();
            assertThat(running(withdrawn)).isZero();
            assertThat(roads.history(withdrawn)).endsWith("programme.history.ended.COUNTRY_WITHDRAWN");
        }
        assertThat(roads.file(id).at("/withdrawalAskedBy").isNull()).isTrue();
        assertThat(roads.details(id).at("/sections/proposal/latest/number").asInt())
                .isEqualTo(1);
    }

    @Test
    void staysWhenItsCountryIsWithdrawnAfterItWasWithdrawnItself() {
        String country = roads.freshCountry();
        String id = roads.idea(country);
        roads.does(id, "joinDrafting", "ILO", Map.of("decision", "DECLINE", "reason", "No staff"));
        String selection = roads.inVetting(country, "A3");
        roads.as("coord.undp").post("/api/selection/" + selection + "/withdrawal", Map.of("reason", "Coup"));
        roads.does(selection, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));

        assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("NOT_TAKEN_UP");
    }

    @Test
    void isStartedByThoseWhoWriteAboutTheCountryAndArea() {
        String country = roads.freshCountry();
        assertThat(starts("fp.undp.a6", country, Map.of())
                        .getBody()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("area");
        assertThat(starts("rd.undp.rba", country, Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(starts("observer", country, Map.of()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(starts("coord.ilo", country, Map.of()).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void isConvenedByAPartyOfItsFrameworkOnly() {
        ResponseEntity<JsonNode> refused = starts("coord.ilo", roads.freshCountry(), Map.of("convening", "UNHCR"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("convening");
    }

    @Test
    void comesFromAnAssessmentOfItsCountryOnly() {
        ResponseEntity<JsonNode> refused = starts("fp.undp.a3", roads.freshCountry(), Map.of("assessment", "SEIA-JOR"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("assessment");

        ResponseEntity<JsonNode> started = starts("fp.undp.a3", "JOR", Map.of("assessment", "SEIA-JOR"));
        assertThat(started.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    private String cleared(String country) {
        String id = roads.drafting(country);
        roads.changesProfile("fp.undp.a3", id, "fund", "UNRSF");
        roads.takesToClearance(id);
        roads.clears(id, "UNDP");
        roads.clears(id, "ILO");
        return id;
    }

    private String keeps(String id) {
        return roads.tries(id, "chooseCall", null, Map.of("decision", "SUBMIT", "call", call("UNTFHS")))
                .getBody()
                .at("/code")
                .asText();
    }

    private ResponseEntity<JsonNode> starts(String person, String country, Map<String, String> more) {
        Map<String, Object> sent = new HashMap<>(Map.of("title", "Work for all", "area", "FFA-A3", "country", country));
        sent.putAll(more);
        Caller caller = roads.as(person);
        return caller.post("/api/programmes", sent);
    }

    private void withdrawalAsked(String id) {
        assertThat(roads.as("coord.undp")
                        .post("/api/programmes/" + id + "/withdrawal", Map.of("reason", "Too early"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.ACCEPTED);
    }

    private static String country(String id) {
        return id.split("-")[1];
    }

    private long running(String id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count();
    }
}
