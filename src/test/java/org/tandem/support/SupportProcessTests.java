package org.tandem.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.tasks.ReconcileTasks;

/** Which roads lead through {@code support.bpmn}? Real engine, database, use cases and API. */
@ProcessTest(covers = "support")
class SupportProcessTests {

    private static final String QUESTION = "How did others finance a floor for informal workers?";

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    MovableClock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ReconcileTasks reconcile;

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void goesToTaskTeamsAndCoordinatorsOfEveryParty() {
        String id = asked();

        assertThat(id).matches("FFA-[A-Z]{3}-A3-S[0-9]+");
        assertThat(roads.state(id)).isEqualTo("OPEN");
        assertThat(roads.open(id)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("routeRequest");
            assertThat(task.party()).isNull();
            assertThat(task.offers())
                    .containsExactly(
                            "coordinator:ILO:FFA", "coordinator:UNDP:FFA", "task-team:ILO:FFA", "task-team:UNDP:FFA");
        });
        assertThat(roads.as("team.undp").get("/api/inbox/changes").getBody().toString())
                .contains(id);
    }

    @Test
    void goesToTheFocalPointsAndAdvisersOfThePartyChosen() {
        String id = assigned("UNDP");

        assertThat(roads.state(id)).isEqualTo("ASSIGNED");
        assertThat(roads.open(id)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("answerRequest");
            assertThat(task.party()).isEqualTo("UNDP");
            assertThat(task.offers()).hasSize(3).contains("focal-point:UNDP:FFA-A3", "technical-adviser:UNDP:FFA-A3");
            assertThat(task.offers()).anyMatch(offer -> offer.startsWith("technical-adviser:UNDP:RB"));
        });
        ResponseEntity<JsonNode> refused = roads.as("fp.ilo.a3")
                .answer("support", id, "answerRequest", Map.of("decision", "ANSWER", "answer", "Not asked"));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void endsRatedWhenTheAnswerHelped() {
        String id = answered("UNDP", "Viet Nam pooled two funds");

        assertThat(roads.state(id)).isEqualTo("DONE");
        assertThat(roads.details(id).toString()).contains("Viet Nam pooled two funds");
        assertThat(roads.as("fp.ilo.a3.2").get("/api/inbox/changes").getBody().toString())
                .contains(id, "Answered the request");
        assertThat(roads.open(id)).singleElement().satisfies(task -> {
            assertThat(task.key()).isEqualTo("rateAnswer");
            assertThat(task.party()).isEqualTo("ILO");
            assertThat(task.offers()).containsExactly("focal-point:ILO:FFA-A3");
        });

        roads.does(id, "rateAnswer", null, Map.of("useful", "YES", "comment", "Saved us a year"));
        assertThat(roads.state(id)).isEqualTo("DONE");
        assertEnded(id, "support.history.rated.USEFUL");
        assertThat(roads.details(id).at("/sections/support/request/rating").asText())
                .isEqualTo("USEFUL");
    }

    @Test
    void endsDeclinedWithAReasonThatIsSentToWhoeverAsked() {
        String id = asked();
        assertThat(roads.tries(id, "routeRequest", null, Map.of("decision", "DECLINE"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        roads.does(id, "routeRequest", null, Map.of("decision", "DECLINE", "reason", "Not social protection"));

        assertThat(roads.state(id)).isEqualTo("DECLINED");
        assertEnded(id, "support.history.declined");
        assertThat(roads.details(id).toString()).contains("Not social protection");
        assertThat(roads.as("fp.ilo.a3.2").get("/api/inbox/changes").getBody().toString())
                .contains(id, "Declined the request");
    }

    @Test
    void isReferredToTheOtherParty() {
        String id = assigned("UNDP");
        roads.does(id, "answerRequest", null, Map.of("decision", "REFER", "reason", "ILO has done this in Peru"));

        assertThat(roads.state(id)).isEqualTo("OPEN");
        assertThat(roads.open(id, "routeRequest", null).party()).isNull();
        assign(id, "ILO");
        assertThat(roads.waiting(id)).containsExactly("answerRequest ILO");
        assertThat(roads.history(id))
                .containsSubsequence(
                        "support.history.asked",
                        "support.history.assigned",
                        "support.history.referred",
                        "support.history.assigned");
    }

    @Test
    void isAskedAgainOnceAndThenCloses() {
        String id = answered("UNDP", "See our website");
        roads.does(id, "rateAnswer", null, notUseful("ASK_AGAIN", "Which page?"));

        assertThat(roads.state(id)).isEqualTo("OPEN");
        assertThat(roads.waiting(id)).containsExactly("routeRequest");
        assign(id, "ILO");
        assertThat(roads.details(id).toString()).contains("Which page?", "See our website");
        roads.does(id, "answerRequest", null, Map.of("decision", "ANSWER", "answer", "The one on floors"));

        ResponseEntity<JsonNode> again = roads.tries(id, "rateAnswer", null, notUseful("ASK_AGAIN", "Still unclear"));
        assertThat(again.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(again.getBody().at("/errors/0/field").asText()).isEqualTo("then");
        roads.does(id, "rateAnswer", null, notUseful("CLOSE", "Still unclear"));
        assertThat(roads.state(id)).isEqualTo("DONE");
        assertEnded(id, "support.history.rated.NOT_USEFUL");
    }

    @Test
    void closesUnratedAfterThirtyDaysAndNotBefore() {
        String id = answered("ILO", "Ask the ministry first");
        clock.advance(Duration.ofDays(29));
        assertThat(due(id)).isEmpty();
        clock.advance(Duration.ofDays(2));
        due(id).forEach(job -> management.executeJob(job.getId()));

        assertThat(roads.state(id)).isEqualTo("DONE");
        assertEnded(id, "support.history.closedUnrated");
        assertThat(roads.details(id).at("/sections/support/request/rating").asText())
                .isEqualTo("UNRATED");
    }

    @Test
    void isNotAssignedToAPartyWithNobodyToAnswer() {
        String id = roads.inArea("A5").asked(roads.inArea("A5").freshCountry(), QUESTION);
        String group = "focal-point:UNDP:FFA-A5";
        assertThat(roster.holders(MandatePattern.parse(group))).hasSize(1);
        Runnable giveBack = roads.endMandate(group);
        try {
            ResponseEntity<JsonNode> refused =
                    roads.tries(id, "routeRequest", null, Map.of("decision", "ASSIGN", "agency", "UNDP"));

            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
            assertThat(refused.getBody().toString()).contains("Nobody on the roster could answer for UNDP", "agency");
            assertThat(roads.state(id)).isEqualTo("OPEN");
            assertThat(roads.waiting(id)).containsExactly("routeRequest");
        } finally {
            giveBack.run();
        }
    }

    @Test
    void isRoutedAnewWhenTheLastWhoCouldAnswerLeaves() {
        String id = roads.inArea("A6").asked(roads.inArea("A6").freshCountry(), QUESTION);
        assign(id, "UNDP");
        assertThat(roads.waiting(id)).containsExactly("answerRequest UNDP");
        Runnable giveBack = roads.endMandate("focal-point:UNDP:FFA-A6");
        try {
            assertThat(roads.state(id)).isEqualTo("OPEN");
            assertThat(roads.waiting(id)).containsExactly("routeRequest");
            assertThat(roads.history(id)).endsWith("support.history.answererGone");
        } finally {
            giveBack.run();
        }
        assign(id, "UNDP");
        assertThat(roads.waiting(id)).containsExactly("answerRequest UNDP");
    }

    @Test
    void staysWhereItIsWhileSomebodyElseCanAnswer() {
        String id = assigned("UNDP");
        UUID person = roster.holders(MandatePattern.parse("focal-point:UNDP:FFA-A3"))
                .get(0)
                .id();
        roads.setActive(person, false);
        try {
            assertThat(roads.waiting(id)).containsExactly("answerRequest UNDP");
        } finally {
            roads.setActive(person, true);
        }
    }

    @Test
    void offersThePartiesOfTheFrameworkWhicheverTheyAre() {
        String id = roads.as("coord.aqua")
                .post(
                        "/api/support",
                        Map.of(
                                "framework", "MUD",
                                "country", "VNM",
                                "area", "M1",
                                "topic", "OTHER",
                                "question", QUESTION))
                .getBody()
                .at("/id")
                .asText();
        Caller team = roads.as("team.terra");

        assertThat(team.get("/api/support/" + id + "/routeRequest")
                        .getBody()
                        .at("/form")
                        .toString())
                .contains("\"AQUA\"", "\"TERRA\"")
                .doesNotContain("UNDP");
        assertThat(team.answer("support", id, "routeRequest", Map.of("decision", "ASSIGN", "agency", "ILO"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(team.answer("support", id, "routeRequest", Map.of("decision", "ASSIGN", "agency", "TERRA"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(roads.as("fp.ilo.a3").get("/api/cases/" + id).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void anAnswerIsDueOnTheDayItIsWantedBy() {
        LocalDate wanted = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(4);
        Map<String, String> request = new HashMap<>(Map.of(
                "framework",
                "FFA",
                "country",
                roads.freshCountry(),
                "area",
                "A3",
                "topic",
                "FINANCING",
                "question",
                QUESTION,
                "wantedBy",
                wanted.toString()));
        String soon = opened(request);
        request.put("wantedBy", wanted.plusDays(90).toString());
        request.put("question", "And later?");
        String late = opened(request);
        assign(soon, "ILO");
        assign(late, "ILO");

        assertThat(dueOn(soon)).isEqualTo(wanted);
        assertThat(dueOn(late)).isEqualTo(wanted.plusDays(6));
    }

    private String opened(Map<String, String> request) {
        return roads.as("coord.ilo")
                .post("/api/support", request)
                .getBody()
                .at("/id")
                .asText();
    }

    private LocalDate dueOn(String id) {
        return LocalDate.parse(roads.as("fp.ilo.a3")
                .get("/api/support/" + id + "/answerRequest")
                .getBody()
                .at("/task/dueAt")
                .asText()
                .substring(0, 10));
    }

    @Test
    void theMechanismListsWhatIsBeforeItAndWhatItHasSettled() {
        String id = roads.splitVote();
        roads.rises(id);
        assertThat(before("divergences")).contains(id);
        assertThat(before("minutes")).doesNotContain(id);

        roads.does(id, "briefMechanism", null, Map.of("brief", "The facts", "advice", "NOT_WANTED"));
        roads.as("coord.undp")
                .answer("divergence", id, "proposeOutcome", Map.of("outcome", "NO_AGREEMENT", "text", "Enough"));
        roads.as("coord.ilo").answer("divergence", id, "agreeOutcome", Map.of("answer", "ACCEPT"));
        assertThat(before("divergences")).doesNotContain(id);
        assertThat(before("minutes")).contains(id);
    }

    private String before(String list) {
        return roads.as("observer")
                .get("/api/support/mechanism/FFA")
                .getBody()
                .at("/" + list)
                .toString();
    }

    @Test
    void isFoundByTheWordsOfItsQuestionAndItsAnswer() {
        String id = roads.asked(roads.freshCountry(), "Who has tried xylophone bonds?");
        assertThat(found("xylophone")).contains(id);
        assign(id, "ILO");
        roads.does(id, "answerRequest", null, Map.of("decision", "ANSWER", "answer", "Ask about zitherlike levies"));
        assertThat(found("zitherlike")).contains(id);
        assertThat(roads.as("fp.unhcr.g1")
                        .get("/api/search?q=xylophone")
                        .getBody()
                        .toString())
                .doesNotContain(id);
    }

    private String found(String words) {
        return roads.as("observer").get("/api/search?q=" + words).getBody().toString();
    }

    private String asked() {
        return roads.asked(roads.freshCountry(), QUESTION);
    }

    private String assigned(String agency) {
        String id = asked();
        assign(id, agency);
        return id;
    }

    private void assign(String id, String agency) {
        roads.does(
                id, "routeRequest", null, Map.of("decision", "ASSIGN", "agency", agency, "note", "You have done this"));
    }

    private String answered(String agency, String answer) {
        String id = assigned(agency);
        roads.does(id, "answerRequest", null, Map.of("decision", "ANSWER", "answer", answer));
        return id;
    }

    private static Map<String, String> notUseful(String then, String missing) {
        return Map.of("useful", "NO", "missing", missing, "then", then);
    }

    private void assertEnded(String id, String lastOfHistory) {
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(roads.history(id)).endsWith(lastOfHistory);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(id)
                        .count())
                .isZero();
    }

    private List<Job> due(String id) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .duedateLowerThan(Date.from(clock.instant()))
                .list();
    }
}
