package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.WrittenSections;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code proposal.bpmn}? Real engine, database, use cases and API. */
@TestPropertySource(properties = "tandem.test.database=proposals")
@ProcessTest(covers = "proposal")
class ProposalProcessTests {

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    ChangeContent change;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void isDraftedByCountryOfficesAndFocalPointsOfEveryParty() {
        String id = roads.drafting();
        String country = id.split("-")[1];

        assertThat(roads.state(id)).isEqualTo("DRAFTING");
        assertThat(roads.open(id, "draftProposal", null).offers())
                .containsExactly(
                        "country-office:ILO:" + country,
                        "country-office:UNDP:" + country,
                        "focal-point:ILO:FFA-A3",
                        "focal-point:UNDP:FFA-A3");
    }

    @Test
    void isReviewedByTheFocalPointsOfEveryPartyAtOnce() {
        String id = roads.inReview();

        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
        assertThat(roads.waiting(id)).containsExactly("reviewProposal ILO", "reviewProposal UNDP");
        assertThat(roads.open(id, "reviewProposal", "ILO").offers()).containsExactly("focal-point:ILO:FFA-A3");
        assertThat(roads.history(id)).contains("proposal.history.frozenForReview");
    }

    @Test
    void isReadyWhenEveryPartyHasClearedTheVersionAllReviewed() {
        String id = roads.inClearance();
        String reviewed = roads.fingerprint(id);
        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
        assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP");
        roads.clears(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
        roads.clears(id, "UNDP");

        assertThat(roads.state(id)).isEqualTo("READY");
        assertThat(roads.fingerprint(id)).isEqualTo(reviewed);
        assertThat(roads.waiting(id)).containsExactly("chooseCall");
        assertThat(roads.history(id))
                .containsSubsequence(
                        "proposal.history.sentForReview",
                        "proposal.history.frozenForReview",
                        "proposal.history.reviewed.AGREE",
                        "proposal.history.frozenForClearance",
                        "proposal.history.cleared");
    }

    @Test
    void goesThroughARevisionWhenOnePartyWantsAChange() {
        String id = roads.inReview();
        roads.reviews(id, "UNDP", roads.agreed(id));
        roads.reviews(id, "ILO", Map.of("decision", "CHANGE", "place", "BUDGET", "reason", "Travel is too high"));

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
        roads.does(id, "reviseProposal", null, Map.of("note", "Travel halved"));
        assertThat(roads.waiting(id)).containsExactly("reviewProposal ILO", "reviewProposal UNDP");
        changes(id, "fp.undp.a3", true);
        roads.does(id, "reviseProposal", null, Map.of());
        roads.agreeToReview(id);
        assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP");
    }

    @Test
    void aChangeOfAnUnchangedTextIsWantedAgainOnlyIfItIsSaidAgain() {
        String id = roads.inReview();
        roads.reviews(id, "UNDP", Map.of("decision", "CHANGE", "place", "WHOLE", "reason", "Shorter"));
        roads.reviews(id, "ILO", roads.agreed(id));
        roads.does(id, "reviseProposal", null, Map.of("note", "It has to be that long"));
        roads.agreeToReview(id);

        assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP");
    }

    @Test
    void isReturnedByOnePartyInsteadOfCleared() {
        String id = roads.inClearance();
        roads.clears(id, "UNDP");
        roads.does(id, "clearProposal", "ILO", Map.of("decision", "RETURN", "reason", "The share is not agreed"));

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
    }

    /** What somebody wants changed is still wanted. */
    @Test
    void whatWasAgreedOrClearedIsVoidOnceTheTextIsRevised() {
        String id = roads.inClearance();
        roads.clears(id, "UNDP");
        roads.does(id, "clearProposal", "ILO", Map.of("decision", "RETURN", "reason", "The share is not agreed"));
        assertThat(standing(id)).containsExactly("AGREE ILO", "AGREE UNDP", "CLEAR UNDP", "RETURN ILO");
        changes(id, "fp.undp.a3", false);

        assertThat(standing(id)).containsExactly("RETURN ILO");
    }

    @Test
    void whatWasClearedIsVoidOnceTheTextIsRewrittenForAnotherFund() {
        String id = roads.cleared();
        roads.as("coord.ilo").post("/api/calls", Map.of("code", "REWRITE-" + id, "fund", "PB000"));
        roads.does(id, "chooseCall", null, Map.of("decision", "REWRITE", "call", "REWRITE-" + id));
        changes(id, "fp.undp.a3", false);

        assertThat(standing(id)).isEmpty();
    }

    private List<String> standing(String id) {
        return jdbc.sql("select concat(answer, ' ', party) from tandem.proposal_answer"
                        + " where case_id = ? and voided_at is null order by 1")
                .param(id)
                .query(String.class)
                .list();
    }

    @Test
    void goesBackToRevisionWhenTheTextIsChangedDuringItsReview() {
        String id = roads.inReview();
        roads.reviews(id, "UNDP", roads.agreed(id));
        changes(id, "fp.ilo.a3", true);

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
        assertThat(roads.history(id)).contains("proposal.history.reopened");
    }

    @Test
    void goesBackToRevisionWhenTheTextIsChangedDuringItsClearance() {
        String id = roads.inClearance();
        roads.clears(id, "UNDP");
        changes(id, "fp.ilo.a3", true);

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
    }

    @Test
    void goesBackToRevisionWhenTheTextIsChangedAfterItWasCleared() {
        String id = roads.cleared();
        changes(id, "fp.ilo.a3", true);

        assertThat(roads.state(id)).isEqualTo("REVISION");
        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
    }

    /** The data of a framework say who clears: where directors do, they write nothing. */
    @Test
    void tellsWhoeverClearedThatItIsVoid() {
        String id = roads.inClearance();
        roads.clears(id, "UNDP");
        jdbc.sql("update tandem.proposal_answer set acting_as = 'regional-director:UNDP:RBA'"
                        + " where case_id = ? and answer = 'CLEAR'")
                .param(id)
                .update();
        changes(id, "fp.ilo.a3", true);

        assertThat(jdbc.sql("select concat(role, ' ', agency) from tandem.case_notice"
                                + " where case_id = ? and words_key = 'proposal.history.reopened' order by 1")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "coordinator ILO",
                        "coordinator UNDP",
                        "country-office ILO",
                        "country-office UNDP",
                        "focal-point ILO",
                        "focal-point UNDP",
                        "regional-director UNDP");
    }

    @Test
    void doesNotChangeAFrozenTextUnlessTheWriterKnows() {
        String id = roads.inReview();

        assertThat(refusal(id, "fp.ilo.a3", false)).isEqualTo("proposal.refused.frozen");
        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
    }

    /** Whoever waits until a text is frozen has read its case before. */
    @Test
    void isNotChangedByWhoeverReadItBeforeItWasFrozen() {
        String id = roads.drafting();
        SignedIn writer = signedIn(id, "fp.ilo.a3");
        Runnable late = () -> transactions.executeWithoutResult(status -> {
            assertThat(ProposalState.of(cases.readable(new CaseId(id), writer))).contains(ProposalState.DRAFTING);
            CompletableFuture.runAsync(() -> roads.does(id, "draftProposal", null, Map.of()))
                    .join();
            change.begin(new CaseId(id), writer, Places.WHOLE, false);
        });

        assertThat(refusal(late)).isEqualTo("proposal.refused.frozen");
        assertThat(roads.state(id)).isEqualTo("AGENCY_REVIEW");
    }

    @Test
    void isNotReviewedInAnotherVersion() {
        String id = roads.inReview();
        String first = roads.fingerprint(id);
        roads.changesProfile("fp.ilo.a3", id, "title", "Another title");
        roads.does(id, "reviseProposal", null, Map.of());

        assertThat(roads.tries(id, "reviewProposal", "ILO", Map.of("decision", "AGREE", "version", first))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        roads.reviews(id, "ILO", roads.agreed(id));
        assertThat(roads.waiting(id)).containsExactly("reviewProposal UNDP");
    }

    /** Nobody agrees to a text they do not say they have seen; who wants a change may have seen any. */
    @Test
    void isReviewedInAVersionThatIsNamed() {
        String id = roads.inReview();
        ResponseEntity<JsonNode> refused = roads.tries(id, "reviewProposal", "ILO", Map.of("decision", "AGREE"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody().at("/field").asText()).isEqualTo("version");
        Map<String, String> change = Map.of("decision", "CHANGE", "place", "WHOLE", "reason", "Too long");
        assertThat(roads.tries(id, "reviewProposal", "ILO", change).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void isNotClearedInAVersionNobodyHasReviewed() {
        String id = roads.inReview();
        roads.reviews(id, "UNDP", roads.agreed(id));
        jdbc.sql("update tandem.proposal set months = 7 where case_id = ?")
                .param(id)
                .update();
        roads.reviews(id, "ILO", roads.agreed(id));

        assertThat(roads.waiting(id)).containsExactly("reviseProposal");
        assertThat(roads.history(id)).contains("proposal.history.notAsReviewed");
    }

    @Test
    void isWrittenByItsPartiesOnlyAndNotBeforeAllHaveJoined() {
        String id = roads.drafting();

        assertThat(refusal(id, "rd.undp.rba", false)).isEqualTo("proposal.refused.notAWriter");
        assertThat(refusal(roads.idea(roads.freshCountry()), "fp.undp.a3", false))
                .isEqualTo("proposal.refused.notWritten");
    }

    @Test
    void isNotClearedInAnotherVersion() {
        String id = roads.inClearance();

        String first = roads.fingerprint(id);
        roads.changesProfile("fp.ilo.a3", id, "title", "Another title");
        roads.does(id, "reviseProposal", null, Map.of());
        roads.agreeToReview(id);
        assertThat(roads.as("coord.undp")
                        .get(Roads.address(id, "clearProposal"))
                        .getBody()
                        .toString())
                .contains("changed since version 1");

        ResponseEntity<JsonNode> refused = roads.clearance(id, "UNDP", first);
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        JsonNode changed = refused.getBody().at("/changed");
        assertThat(changed.at("/version").asInt()).isEqualTo(1);
        assertThat(changed.at("/with").asInt()).isEqualTo(2);
        assertThat(changed.at("/parts").findValuesAsText("text")).contains("Another title");
        JsonNode unknown = roads.clearance(id, "UNDP", "f".repeat(64)).getBody().at("/changed");
        assertThat(unknown.at("/version").isNull()).isTrue();
        assertThat(unknown.at("/parts")).isEmpty();
        assertThat(roads.waiting(id)).hasSize(2);
        String task = roads.open(id, "clearProposal", "UNDP").id();
        roads.clears(id, "UNDP");
        ResponseEntity<JsonNode> twice = roads.as("coord.undp")
                .post(
                        Roads.address(id, "clearProposal") + "?task=" + task,
                        Map.of("decision", "CLEAR", "version", roads.fingerprint(id)));
        assertThat(twice.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(twice.getBody().at("/changed").isMissingNode()).isTrue();
    }

    @Test
    void isNotClearedByWhoeverHasWrittenInIt() {
        String id = roads.drafting();
        changes(id, "coord.undp", false);
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        ResponseEntity<JsonNode> refused = roads.clearance(id, "UNDP", roads.fingerprint(id));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.hadAHand");
    }

    @Test
    void isNotClearedByWhoeverSitsOnACommitteeOfTheIntendedFund() {
        UUID coordinator = roster.holders(MandatePattern.parse("coordinator:UNDP:FFA"))
                .get(0)
                .id();
        MandatePattern committee = MandatePattern.parse("committee-member:UN:IPS00");
        roads.grant(coordinator, committee);
        try {
            String id = roads.drafting();
            roads.changesProfile("fp.undp.a3", id, "fund", "IPS00");
            roads.does(id, "draftProposal", null, Map.of());
            roads.agreeToReview(id);
            ResponseEntity<JsonNode> refused = roads.clearance(id, "UNDP", roads.fingerprint(id));
            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(refused.getBody().at("/code").asText()).isEqualTo("proposal.refused.onTheCommittee");
            roads.clears(roads.inClearance(), "UNDP");
        } finally {
            roads.endMandateOf(coordinator, committee.group());
        }
    }

    @Test
    void isNotClearedByWhoeverReviewedIt() {
        String id = roads.inReview();
        ResponseEntity<JsonNode> reviewed = roads.as("coord.undp")
                .post(
                        Roads.address(id, "reviewProposal") + "?task="
                                + roads.open(id, "reviewProposal", "UNDP").id(),
                        roads.agreed(id));
        assertThat(reviewed.getStatusCode()).isEqualTo(HttpStatus.OK);
        roads.reviews(id, "ILO", roads.agreed(id));

        assertThat(roads.clearance(id, "UNDP", roads.fingerprint(id)).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void takesThreePartiesWhoAllJoinReviewAndClear() {
        List<String> all = List.of("AQUA", "TERRA", "AER");
        String id = roads.as("fp.aqua.s1")
                .post("/api/programmes", Map.of("title", "One cloud", "area", "SKY-S1", "country", "FIN"))
                .getBody()
                .at("/id")
                .asText();
        roads.does(id, "joinDrafting", "TERRA", Map.of("decision", "JOIN"));
        assertThat(roads.state(id)).isEqualTo("IDEA");
        roads.does(id, "joinDrafting", "AER", Map.of("decision", "JOIN"));
        WrittenSections.write(roads.as("fp.aqua.s1"), id);
        roads.as("fp.aqua.s1").writeBudget(id, "AQUA");
        roads.does(id, "draftProposal", null, Map.of());
        all.forEach(party -> roads.does(id, "reviewProposal", party, roads.agreed(id)));
        all.forEach(party -> roads.clears(id, party));

        assertThat(roads.state(id)).isEqualTo("READY");
    }

    private void changes(String id, String writer, boolean reopen) {
        transactions.executeWithoutResult(
                status -> change.begin(new CaseId(id), signedIn(id, writer), Places.WHOLE, reopen));
    }

    private String refusal(String id, String writer, boolean reopen) {
        return refusal(() -> changes(id, writer, reopen));
    }

    private static String refusal(Runnable change) {
        try {
            change.run();
            return "";
        } catch (Refused refused) {
            return refused.words().key();
        }
    }

    /** As everybody who is reached with one of their mandates. */
    private SignedIn signedIn(String id, String name) {
        String party = name.split("\\.")[1].toUpperCase(Locale.ROOT);
        MandatePattern held =
                switch (name.split("\\.")[0]) {
                    case "fp" -> new MandatePattern(Role.FOCAL_POINT, party, "FFA-A3");
                    case "rd" -> MandatePattern.parse(roads.directorOf(party, id.split("-")[1]));
                    default -> new MandatePattern(Role.COORDINATOR, party, "FFA");
                };
        return roster.reached(List.of(held)).stream()
                .filter(person -> !name.startsWith("fp") || !person.holds(Role.COORDINATOR))
                .findFirst()
                .orElseThrow();
    }
}
