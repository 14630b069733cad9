package org.tandem.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Visitor;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code submission.bpmn}? Real engine, database, use cases and API. */
@TestPropertySource(properties = "tandem.test.database=submissions")
@ProcessTest(covers = "submission")
class SubmissionProcessTests {

    @Autowired
    Roads roads;

    @Autowired
    MovableClock clock;

    @Autowired
    SweepClosings sweep;

    @Autowired
    ReconcileTasks reconcile;

    @LocalServerPort
    int port;

    private Submitting submitting;

    @BeforeEach
    void begin() {
        submitting = new Submitting(roads, clock);
    }

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void opensACaseOfItsOwnAndComesBackWhenItIsGivenUp() {
        String programme = submitting.ready();
        String id = submitting.opened(programme, submitting.call());

        assertThat(id).isEqualTo(programme + "-F1");
        assertThat(roads.state(id)).isEqualTo("PREPARING");
        assertThat(roads.file(id).at("/parent").asText()).isEqualTo(programme);
        assertThat(roads.waiting(programme)).isEmpty();
        roads.does(id, "preparePackage", null, Map.of("decision", "GIVE_UP", "reason", "Too early"));
        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(programme)).containsExactly("chooseCall");
        assertThat(submitting.opened(programme, submitting.call())).isEqualTo(programme + "-F2");
    }

    @Test
    void isSubmittedOnceTheResidentCoordinatorHasEndorsedIt() {
        String id = submitting.consulting();
        assertThat(roads.state(id)).isEqualTo("RC_CONSULTATION");
        submitting.answersConsultation(id, "ENDORSED", Map.of());
        assertThat(roads.state(id)).isEqualTo("READY");
        roads.does(
                id,
                "handInProposal",
                null,
                Map.of(
                        "decision", "HAND_IN",
                        "reference", "HS-7",
                        "effort", List.of(Map.of("agency", "UNDP", "days", 12.5), Map.of("agency", "ILO", "days", 3))));

        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
        assertThat(roads.state(Submitting.programme(id))).isEqualTo("SUBMITTED");
        JsonNode shown = roads.details(id).at("/sections/submission/one");
        assertThat(shown.at("/reference").asText()).isEqualTo("HS-7");
        assertThat(shown.at("/effort/UNDP").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(shown.at("/requested").decimalValue()).isEqualByComparingTo("1070.00");
    }

    @Test
    void goesOnOrBackAfterComments() {
        String going = submitting.consulting();
        submitting.answersConsultation(going, "COMMENTED", Map.of("said", "Add the ministry"));
        assertThat(roads.waiting(going)).containsExactly("weighComments");
        roads.does(going, "weighComments", null, Map.of("decision", "GO_ON"));
        assertThat(roads.state(going)).isEqualTo("READY");

        String back = submitting.consulting();
        submitting.answersConsultation(back, "COMMENTED", Map.of("said", "Add the ministry"));
        roads.does(back, "weighComments", null, Map.of("decision", "REVISE", "reason", "They are right"));
        assertRevising(back);
    }

    @Test
    void isNeverSubmittedAgainstAnObjection() {
        String revised = submitting.consulting();
        submitting.answersConsultation(revised, "OBJECTED", Map.of("said", "Not this ministry"));
        assertThat(roads.waiting(revised)).containsExactly("meetObjection");
        roads.does(revised, "meetObjection", null, Map.of("decision", "REVISE", "reason", "Another ministry"));
        assertRevising(revised);

        String dropped = submitting.consulting();
        submitting.answersConsultation(dropped, "OBJECTED", Map.of("said", "Not now"));
        roads.does(dropped, "meetObjection", null, Map.of("decision", "WITHDRAW", "reason", "Not now"));
        assertThat(roads.state(dropped)).isEqualTo("WITHDRAWN");
        assertThat(roads.waiting(Submitting.programme(dropped))).containsExactly("chooseCall");
    }

    private void assertRevising(String id) {
        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.state(Submitting.programme(id))).isEqualTo("REVISION");
        assertThat(roads.waiting(Submitting.programme(id))).containsExactly("reviseProposal");
    }

    @Test
    void isOvertakenWhenTheTextIsChangedBeforeItIsHandedIn() {
        String id = submitting.endorsed(submitting.call());
        roads.changesProfile("fp.ilo.a3", Submitting.programme(id), "title", "Another title");

        assertRevising(id);
        assertThat(roads.waiting(id)).isEmpty();
    }

    @Test
    void isNotHandedInAfterTheCallHasClosedAndGoesOnWhenItIsExtended() {
        String call = submitting.call();
        String id = submitting.endorsed(call);
        clock.advance(Duration.ofDays(12));
        assertThat(roads.tries(id, "handInProposal", null, Map.of("decision", "HAND_IN"))
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("submission.refused.callClosed");
        sweep.sweep();
        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(roads.waiting(id)).containsExactly("meetClosing");

        extend(call);
        sweep.sweep();
        assertThat(roads.waiting(id)).containsExactly("handInProposal");
        sweep.sweep();
        roads.does(id, "handInProposal", null, Map.of("decision", "GIVE_UP", "reason", "Too late for us"));
        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void hearsNothingOfAClosingThatWasExtendedInTime() {
        String call = submitting.call();
        String id = submitting.endorsed(call);
        clock.advance(Duration.ofDays(8));
        extend(call);
        clock.advance(Duration.ofDays(4));
        sweep.sweep();

        assertThat(roads.waiting(id)).containsExactly("handInProposal");
        assertThat(roads.history(id)).doesNotContain("submission.history.callClosed");
    }

    private void extend(String call) {
        Map<String, Object> later = Map.of(
                "call",
                call,
                "version",
                String.valueOf(roads.as("coord.undp")
                        .get("/api/calls/" + call)
                        .getBody()
                        .at("/version")
                        .asInt()),
                "decision",
                "EXTENDED",
                "closes",
                submitting.today().plusDays(5).toString(),
                "zone",
                "America/New_York",
                "reason",
                "The fund said so");
        ResponseEntity<JsonNode> extended = roads.as("coord.undp").post("/api/calls/decisions", later);
        assertThat(extended.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(extended.getBody()))
                .isTrue();
    }

    @Test
    void recordsAfterClosingWhatWasHandedInBeforeWithTwoWitnesses() {
        String id = closed();
        String handedIn = submitting.today().minusDays(5).toString();
        assertThat(shows("coord.undp", id, submitting.today().toString())
                        .getBody()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("on");
        assertThat(shows("coord.undp", id, handedIn).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(roads.state(id)).isEqualTo("RECEIPT_SHOWN");
        assertThat(roads.waiting(id)).containsExactly("confirmHandIn ILO");
        confirms("coord.ilo", id, Map.of("decision", "REFUSE", "reason", "The page is missing"));
        assertThat(roads.waiting(id)).containsExactly("meetClosing");

        shows("coord.undp", id, handedIn);
        confirms("coord.ilo", id, Map.of("decision", "CONFIRM"));
        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
        assertThat(roads.details(id).at("/sections/submission/one/recordedLate").asBoolean())
                .isTrue();
    }

    @Test
    void takesTheClerkOfTheFundForTheSecondWitness() {
        String id = closed();
        shows("coord.undp", id, submitting.today().minusDays(5).toString());
        assertThat(Visitor.of(port, Submitting.CLERK).download("/submission/" + id + "/receipt"))
                .startsWith("%PDF".getBytes(StandardCharsets.UTF_8));
        confirms(Submitting.CLERK, id, Map.of("decision", "CONFIRM"));

        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
    }

    @Test
    void looksForAnotherCallAfterClosing() {
        String id = closed();
        roads.does(id, "meetClosing", null, Map.of("decision", "OTHER_CALL", "reason", "Missed it"));

        assertThat(roads.waiting(Submitting.programme(id))).containsExactly("chooseCall");
    }

    private String closed() {
        String id = submitting.endorsed(submitting.call());
        clock.advance(Duration.ofDays(12));
        sweep.sweep();
        return id;
    }

    private ResponseEntity<JsonNode> shows(String who, String id, String on) {
        Caller coordinator = roads.as(who);
        return coordinator.post(
                Roads.address(id, "meetClosing"),
                Map.of("decision", "RECEIPT", "on", on, "receipt", Submitting.uploaded(coordinator)));
    }

    private void confirms(String who, String id, Map<String, ?> values) {
        ResponseEntity<JsonNode> done = roads.as(who).post(Roads.address(id, "confirmHandIn"), values);
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    @Test
    void isApprovedAfterItWasReceivedAndDeferred() {
        String id = submitting.submitted();
        submitting.fundSays(Submitting.CLERK, id, "RECEIVED", Map.of("reference", "HS-9"));
        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
        submitting.fundSays(
                "coord.undp",
                id,
                "DEFERRED",
                Map.of("until", submitting.today().plusDays(60).toString()));
        assertThat(roads.state(id)).isEqualTo("DEFERRED");
        submitting.fundSays(
                "coord.ilo",
                id,
                "APPROVED",
                Map.of("conditions", List.of(Map.of("condition", "A letter of the ministry"))));

        assertThat(roads.state(id)).isEqualTo("APPROVED");
        assertThat(roads.state(Submitting.programme(id))).isEqualTo("APPROVED");
        JsonNode shown = roads.details(id).at("/sections/submission/one");
        assertThat(shown.at("/grants/UNDP").decimalValue()).isEqualByComparingTo("1070.00");
        assertThat(shown.at("/conditions/0/condition").asText()).isEqualTo("A letter of the ministry");
        assertThat(meets("observer", id)).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(meets("fp.ilo.a3", id)).isEqualTo(HttpStatus.CREATED);
        assertThat(roads.details(id)
                        .at("/sections/submission/one/conditions/0/doneAt")
                        .isNull())
                .isFalse();
        assertThat(meets("fp.ilo.a3", id)).isEqualTo(HttpStatus.CONFLICT);
    }

    private HttpStatusCode meets(String who, String id) {
        return roads.as(who)
                .post("/api/submission/" + id + "/conditions", Map.of("condition", "1", "note", "It came today"))
                .getStatusCode();
    }

    @Test
    void isNotWithdrawnHereWhileTheFundHasItAndEndsWithItsCountryBefore() {
        String out = submitting.submitted();
        assertThat(withdraws(Submitting.programme(out)).getBody().at("/code").asText())
                .isEqualTo("programme.refused.submitted");

        for (String early : List.of(submitting.consulting(), submitting.endorsed(submitting.call()), receiptShown())) {
            countryWithdrawn(early);
            assertThat(roads.state(Submitting.programme(early))).isEqualTo("WITHDRAWN");
            assertThat(roads.state(early)).isEqualTo("WITHDRAWN");
            assertThat(roads.waiting(early)).isEmpty();
        }
    }

    private String receiptShown() {
        String id = closed();
        shows("coord.undp", id, submitting.today().minusDays(5).toString());
        return id;
    }

    private void countryWithdrawn(String id) {
        String selection = country(id);
        roads.as("coord.undp").post("/api/selection/" + selection + "/withdrawal", Map.of("reason", "Coup"));
        roads.does(selection, "agreeWithdrawal", "ILO", Map.of("decision", "AGREE"));
    }

    private String country(String id) {
        return roads.file(Submitting.programme(id)).at("/parent").asText();
    }

    @Test
    void isWithdrawnAtTheFundWhenItsCountryIsWithdrawn() {
        String id = asked();
        countryWithdrawn(id);
        assertThat(roads.waiting(id)).containsExactly("withdrawAtFund");
        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
        assertThat(roads.history(id)).contains("submission.history.countryWithdrawn");
        assertThat(submitting.says("coord.undp", id, "APPROVED", Map.of()).getStatusCode())
                .isEqualTo(HttpStatus.CONFLICT);
        assertThat(withdrawsAtFund(id, Map.of("on", submitting.today().toString()))
                        .getBody()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("letter");

        withdrawnAtFund(id);
        String programme = Submitting.programme(id);
        assertThat(List.of(roads.state(id), roads.state(programme))).containsOnly("WITHDRAWN");
        assertThat(List.of(reason(id), reason(programme))).containsOnly("COUNTRY_WITHDRAWN");
        assertThat(roads.waiting(programme)).isEmpty();
        assertThat(roads.history(id)).contains("submission.history.withdrawalSent");
    }

    @Test
    void stopsTheNewVersionForTheFundWhenItsCountryIsWithdrawn() {
        String id = asked();
        String programme = Submitting.programme(id);
        roads.does(id, "answerClarification", null, Map.of("decision", "CHANGE", "reason", "Name the ministry"));
        countryWithdrawn(id);

        assertThat(roads.state(programme)).isEqualTo("SUBMITTED");
        assertThat(roads.waiting(programme)).isEmpty();
        withdrawnAtFund(id);
        assertThat(roads.state(programme)).isEqualTo("WITHDRAWN");
    }

    @Test
    void isWithdrawnAtTheFundThatHadDeferredIt() {
        String id = submitting.submitted();
        submitting.fundSays(
                "coord.undp",
                id,
                "DEFERRED",
                Map.of("until", submitting.today().plusDays(60).toString()));
        countryWithdrawn(id);
        withdrawnAtFund(id);

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
    }

    private String reason(String id) {
        return roads.file(id).at("/stateReason").asText();
    }

    private void withdrawnAtFund(String id) {
        ResponseEntity<JsonNode> done = withdrawsAtFund(
                id,
                Map.of(
                        "on",
                        submitting.today().toString(),
                        "letter",
                        Submitting.uploaded(roads.as("coord.ilo")),
                        "note",
                        "The fund had deferred it"));
        assertThat(done.getStatusCode()).as(String.valueOf(done.getBody())).isEqualTo(HttpStatus.OK);
    }

    private ResponseEntity<JsonNode> withdrawsAtFund(String id, Map<String, ?> values) {
        return roads.as("coord.ilo").post(Roads.address(id, "withdrawAtFund"), values);
    }

    @Test
    void isNotChosenOrHandedInWhileItsCountryIsPausedButStaysWithAFund() {
        String programme = submitting.ready();
        paused(programme);
        assertThat(submitting
                        .chooses(programme, submitting.call())
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("programme.refused.countryPaused");

        String ready = submitting.endorsed(submitting.call());
        paused(ready);
        assertThat(roads.tries(ready, "handInProposal", null, Map.of("decision", "HAND_IN"))
                        .getBody()
                        .at("/code")
                        .asText())
                .isEqualTo("submission.refused.countryPaused");

        String out = submitting.submitted();
        paused(out);
        assertThat(roads.waiting(out)).containsExactly("recordFundAnswer");
        submitting.fundSays("coord.undp", out, "APPROVED", Map.of());
        assertThat(roads.state(out)).isEqualTo("APPROVED");
    }

    private void paused(String id) {
        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + country(id) + "/suspension", Map.of("reason", "Elections"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    private ResponseEntity<JsonNode> withdraws(String programme) {
        return roads.as("coord.undp")
                .post("/api/programmes/" + programme + "/withdrawal", Map.of("reason", "Too early"));
    }

    @Test
    void isHandedInOnceWhenTwoDoItAtOnce() {
        String id = submitting.endorsed(submitting.call());
        List<CompletableFuture<HttpStatusCode>> both = Stream.of("coord.undp", "fp.undp.a3")
                .map(roads::as)
                .map(person -> CompletableFuture.supplyAsync(
                        () -> person.post(Roads.address(id, "handInProposal"), Map.of("decision", "HAND_IN"))
                                .getStatusCode()))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.CONFLICT);
        assertThat(roads.history(id)).containsOnlyOnce("submission.history.handedIn");
    }

    @Test
    void isApprovedInPartWithinWhatWasAsked() {
        String id = submitting.submitted();
        assertThat(inPart(id, 2000).getBody().at("/errors/0/field").asText()).isEqualTo("amounts");
        assertThat(inPart(id, 700).getStatusCode()).isEqualTo(HttpStatus.OK);

        assertThat(roads.state(id)).isEqualTo("APPROVED_IN_PART");
    }

    private ResponseEntity<JsonNode> inPart(String id, int amount) {
        return submitting.says(
                "coord.undp",
                id,
                "APPROVED_IN_PART",
                Map.of("amounts", List.of(Map.of("organisation", "UNDP", "amount", amount))));
    }

    @Test
    void comesBackFromARefusalForAnotherCall() {
        String id = submitting.submitted();
        submitting.fundSays("coord.undp", id, "REJECTED", Map.of("reasons", "Too many like it"));
        String programme = Submitting.programme(id);

        assertThat(roads.state(id)).isEqualTo("REJECTED");
        assertThat(roads.state(programme)).isEqualTo("READY");
        assertThat(roads.waiting(programme)).containsExactly("decideNext");
    }

    @Test
    void answersAQuestionOfTheFundInWords() {
        String id = asked();
        assertThat(roads.open(id, "answerClarification", null).dueAt().toString())
                .startsWith(submitting.today().plusDays(9).toString());
        roads.does(id, "answerClarification", null, Map.of("decision", "WORDS", "answer", "Three ministries"));

        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
    }

    private String asked() {
        String id = submitting.submitted();
        submitting.fundSays(
                "coord.undp",
                id,
                "CLARIFICATION",
                Map.of(
                        "question",
                        "Which ministry?",
                        "due",
                        submitting.today().plusDays(9).toString()));
        assertThat(roads.state(id)).isEqualTo("CLARIFICATION");
        return id;
    }

    @Test
    void answersAQuestionByANewVersionAllHaveClearedAgain() {
        String id = asked();
        String programme = Submitting.programme(id);
        roads.does(id, "answerClarification", null, Map.of("decision", "CHANGE", "reason", "Name the ministry"));
        assertThat(roads.state(programme)).isEqualTo("REVISION");
        clearedAgain(programme, "With the ministry");
        assertThat(roads.waiting(id)).containsExactly("resubmitRevised");
        roads.changesProfile("fp.undp.a3", programme, "title", "With two ministries");
        assertThat(roads.waiting(programme)).containsExactly("reviseProposal");
        clearedAgain(programme, "With three ministries");
        roads.does(id, "resubmitRevised", null, Map.of());

        assertThat(roads.state(id)).isEqualTo("SUBMITTED");
        assertThat(roads.state(programme)).isEqualTo("SUBMITTED");
        assertThat(roads.details(id).at("/sections/submission/one/number").asInt())
                .isEqualTo(3);
    }

    private void clearedAgain(String programme, String title) {
        roads.changesProfile("fp.undp.a3", programme, "title", title);
        roads.does(programme, "reviseProposal", null, Map.of());
        roads.agreeToReview(programme);
        submitting.clear(programme);
    }
}
