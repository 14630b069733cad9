package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;

/** What becomes of an open task when the last who may do it leaves, whatever the scope, and when somebody comes again (D30). */
@TestPropertySource(properties = "tandem.test.database=vetting")
@ProcessTest
class AbandonedTasksTests {

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cases cases;

    @Autowired
    TaskTable table;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SweepRoster sweep;

    @Autowired
    ReconcileTasks reconcile;

    @Autowired
    MovableClock clock;

    @Autowired
    TaskService engine;

    @AfterEach
    void nothingIsLeftToLookAtAndEngineAndProjectionAreEqual() {
        sweep.sweep();
        clock.reset();
        assertThat(jdbc.sql("select count(*) from tandem.roster_change")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(reconcile.difference().size()).isZero();
    }

    @Test
    void theOnlyFocalPointOfTheOtherPartyLeavesWhileANominationWaits() {
        String id = roads.nominated(roads.inArea("A7").freshCountry(), "A7");
        Instant due = roads.open(id, "agreeNomination", "ILO").dueAt();
        PersonName only = only("focal-point:ILO:FFA-A7");
        JsonNode said = end(only, "focal-point:ILO:FFA-A7");
        try {
            assertThat(said.at("/consequences").toString()).contains("Nobody is left", id);
            assertThat(abandoned(id)).containsExactly("agreeNomination ILO");
            assertThat(roads.history(id)).endsWith("tasks.history.abandoned", "tasks.history.asked");
            assertThat(roads.open(id, "seeToCase", null).offers())
                    .containsExactly("coordinator:ILO:FFA", "coordinator:UNDP:FFA");
            assertThat(roads.details(id).toString()).contains("Nobody at the moment");
            assertThat(roads.as("admin")
                            .get("/api/operations")
                            .getBody()
                            .at("/stuckCases")
                            .findValuesAsText("caseId"))
                    .contains(id);
            clock.advance(Duration.ofDays(4));
        } finally {
            roads.grant(only.id(), MandatePattern.parse("focal-point:ILO:FFA-A7"));
        }
        assertThat(roads.waiting(id)).containsExactly("agreeNomination ILO");
        assertThat(roads.history(id)).endsWith("tasks.history.possibleAgain");
        assertThat(Duration.between(
                        due, roads.open(id, "agreeNomination", "ILO").dueAt()))
                .isBetween(Duration.ofDays(4), Duration.ofDays(4).plusMinutes(5));
        roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
    }

    /** Nobody clears what they have written in. */
    @Test
    void theOnlyCoordinatorHasWrittenInTheProposalThatIsToBeCleared() {
        String id = roads.drafting();
        roads.changesProfile("coord.undp", id, "months", "18");
        roads.does(id, "draftProposal", null, Map.of());
        roads.agreeToReview(id);
        sweep.sweep();
        assertThat(abandoned(id)).containsExactly("clearProposal UNDP");
        assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP", "seeToCase");

        PersonName other = only("coordinator:ILO:FFA");
        roads.grant(other.id(), MandatePattern.parse("coordinator:UNDP:FFA"));
        try {
            assertThat(roads.waiting(id)).containsExactly("clearProposal ILO", "clearProposal UNDP");
        } finally {
            roads.endMandateOf(other.id(), "coordinator:UNDP:FFA");
        }
    }

    @Test
    void whoeverWasAskedToNameSomebodyNeedNotWhenTheTaskEndsOtherwise() {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        Runnable back = roads.endMandate("regional-director:UNDP:RBLAC");
        try {
            assertThat(roads.waiting(id)).containsExactly("seeToCase", "vetCountry ILO", "vetCountry UNDP");
            roads.returns(id, "ILO", "Which ministry?");
            sweep.sweep();
            assertThat(roads.waiting(id)).containsExactly("answerQuestion");
        } finally {
            back.run();
        }
    }

    @Test
    void theOnlyDirectorLeavesAfterTheOtherHasVoted() {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        roads.approves(id, "ILO");
        Runnable back = roads.endMandate("regional-director:UNDP:RBLAC");
        try {
            assertThat(abandoned(id)).containsExactly("vetCountry UNDP");
        } finally {
            back.run();
        }
        assertThat(abandoned(id)).isEmpty();
    }

    @Test
    void aDirectorWhoNominatedIsNobody() {
        String id = roads.nominated(roads.freshCountry("UNDP", "RBLAC"), "A3");
        UUID nominator = UUID.fromString(roads.file(id).at("/openedBy").asText());
        MandatePattern director = MandatePattern.parse("regional-director:UNDP:RBLAC");
        Runnable back = roads.endMandate(director.group());
        roads.grant(nominator, director);
        try {
            roads.does(id, "agreeNomination", "ILO", Map.of("decision", "AGREE"));
            sweep.sweep();
            assertThat(abandoned(id)).containsExactly("vetCountry UNDP");
            assertThat(roads.file(id).at("/noDirector").asBoolean()).isTrue();
        } finally {
            roads.endMandateOf(nominator, director.group());
            back.run();
        }
        assertThat(abandoned(id)).isEmpty();
        assertThat(roads.file(id).at("/noDirector").asBoolean()).isFalse();
    }

    @Test
    void aDirectorOfBothWhoVotedForOneIsNobodyForTheOther() {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        String undp = "regional-director:UNDP:RBLAC";
        String ilo = roads.open(id, "vetCountry", "ILO").offers().get(0);
        PersonName both = only(undp);
        roads.grant(both.id(), MandatePattern.parse(ilo));
        PersonName other = roster.holders(MandatePattern.parse(ilo)).stream()
                .filter(holder -> !holder.id().equals(both.id()))
                .findFirst()
                .orElseThrow();
        roads.endMandateOf(other.id(), ilo);
        try {
            assertThat(abandoned(id)).isEmpty();
            roads.approves(id, "UNDP");
            sweep.sweep();
            assertThat(abandoned(id)).containsExactly("vetCountry ILO");
        } finally {
            roads.grant(other.id(), MandatePattern.parse(ilo));
            roads.endMandateOf(both.id(), ilo);
        }
        assertThat(abandoned(id)).isEmpty();
    }

    @Test
    void aMandateForTheWholeWorldThatEndsConcernsEveryScope() {
        String id = roads.diverging();
        roads.rises(id);
        roads.rises(id);
        List<PersonName> coordinators = roster.holders(MandatePattern.parse("coordinator:ILO:FFA"));
        assertThat(coordinators).hasSize(1);
        List<PersonName> others = roster.holders(MandatePattern.parse("coordinator:UNDP:FFA"));
        others.forEach(person -> roads.setActive(person.id(), false));
        Runnable back = () -> roads.grant(coordinators.get(0).id(), MandatePattern.parse("coordinator:ILO:WORLD"));
        roads.endMandateOf(coordinators.get(0).id(), "coordinator:ILO:WORLD");
        try {
            assertThat(abandoned(id)).containsExactly("briefMechanism");
        } finally {
            back.run();
            others.forEach(person -> roads.setActive(person.id(), true));
        }
        assertThat(abandoned(id)).isEmpty();
    }

    @Test
    void endingTheMandateOfSomebodyWhoVotesAtThatMomentLocksNobodyOut() throws Exception {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        PersonName director = only("regional-director:UNDP:RBLAC");
        Roads.Open task = roads.open(id, "vetCountry", "UNDP");
        assertThat(roads.as(director.signInName())
                        .post("/api/tasks/" + task.id() + "/claim", null)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        CountDownLatch caseTaken = new CountDownLatch(1);
        CompletableFuture<JsonNode> ending = new CompletableFuture<>();
        CompletableFuture<?> voting = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(running -> {
            cases.lock(new CaseId(id));
            caseTaken.countDown();
            int backend =
                    jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
            while (!ending.isDone() && waitingFor(backend) == 0) {
                Thread.onSpinWait();
            }
            table.lock(task.id()).orElseThrow();
        }));
        assertThat(caseTaken.await(20, TimeUnit.SECONDS)).isTrue();
        try {
            ending.complete(end(director, "regional-director:UNDP:RBLAC"));
            voting.get(20, TimeUnit.SECONDS);
        } finally {
            roads.grant(director.id(), MandatePattern.parse("regional-director:UNDP:RBLAC"));
        }
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep();
        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBLAC");
    }

    @Test
    void aCaseSomebodyHoldsDoesNotKeepTheOthersFromBeingLookedAt() throws Exception {
        String held = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        String free = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        CountDownLatch caseTaken = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        CompletableFuture<?> holding = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(running -> {
            cases.lock(new CaseId(held));
            caseTaken.countDown();
            try {
                assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }));
        assertThat(caseTaken.await(20, TimeUnit.SECONDS)).isTrue();
        Runnable back;
        try {
            back = roads.endMandate("regional-director:UNDP:RBLAC");
            assertThat(abandoned(free)).containsExactly("vetCountry UNDP");
            assertThat(abandoned(held)).isEmpty();
        } finally {
            looked.countDown();
        }
        holding.get(20, TimeUnit.SECONDS);
        clock.advance(Duration.ofMinutes(1));
        sweep.sweep();
        assertThat(abandoned(held)).containsExactly("vetCountry UNDP");
        back.run();
        sweep.sweep();
        assertThat(abandoned(held)).isEmpty();
    }

    @Test
    void aRegionThatChangesOffersOpenTasksAnewAndLeavesVotesTheirGroup() {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        String old = "regional-director:UNDP:RBA";
        offeredAsBefore(roads.open(id, "vetCountry", "UNDP"), old);
        Caller voter = roads.holder(old);
        voter.vet(id, "APPROVE", "conditions", "");
        moved(id);
        assertThat(voter.delete("/api/vetting/" + id + "/vote").getStatusCode().is2xxSuccessful())
                .isTrue();
        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBLAC");

        offeredAsBefore(roads.open(id, "vetCountry", "UNDP"), old);
        moved(id);
        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBLAC");
        assertThat(roads.history(id)).endsWith("tasks.history.offeredAnew");
        assertThat(voter.vet(id, "APPROVE", "conditions", "").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);

        offeredAsBefore(roads.open(id, "vetCountry", "UNDP"), old);
        voter.vet(id, "APPROVE", "conditions", "");
        moved(id);
        roads.approves(id, "ILO");
        assertThat(actingAs(id, "vetting.history.vote.APPROVE.OPENED"))
                .contains(old)
                .doesNotContain("regional-director:UNDP:RBLAC");
    }

    @Test
    void aDirectorOfOneCountryGoesBeforeTheRegionAndTheRegionComesBackWhenTheyLeave() {
        String id = roads.inVetting(roads.freshCountry("UNDP", "RBLAC"), "A3");
        String country = id.split("-")[1];
        PersonName adviser = only("coordinator:UNDP:FFA");
        String ofCountry = "regional-director:UNDP:" + country;
        roads.grant(adviser.id(), MandatePattern.parse(ofCountry));
        try {
            assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly(ofCountry);
        } finally {
            roads.endMandateOf(adviser.id(), ofCountry);
        }
        assertThat(roads.open(id, "vetCountry", "UNDP").offers()).containsExactly("regional-director:UNDP:RBLAC");
        assertThat(abandoned(id)).isEmpty();
    }

    @Test
    void aCountryWithoutARegionGetsADirectorOfItsOwn() {
        String id = roads.inVetting("QAT", "A3");
        assertThat(roads.waiting(id)).containsExactly("repairRoster");
        PersonName coordinator = only("coordinator:UNDP:FFA");
        roads.grant(coordinator.id(), MandatePattern.parse("regional-director:UNDP:QAT"));
        try {
            assertThat(roads.waiting(id)).containsExactly("vetCountry ILO", "vetCountry UNDP");
        } finally {
            roads.endMandateOf(coordinator.id(), "regional-director:UNDP:QAT");
        }
        assertThat(abandoned(id)).containsExactly("vetCountry UNDP");
    }

    /** As if the agency had filed the country under another region when the task began. */
    private void offeredAsBefore(Roads.Open task, String group) {
        transaction.executeWithoutResult(running -> {
            task.offers().forEach(offer -> engine.deleteCandidateGroup(task.id(), offer));
            engine.addCandidateGroup(task.id(), group);
            table.offerAnew(task.id(), List.of(group));
        });
    }

    private void moved(String id) {
        jdbc.sql("insert into tandem.region_change (agency, iso3) values ('UNDP', ?)")
                .param(id.split("-")[1])
                .update();
        sweep.sweep();
    }

    private List<String> actingAs(String id, String key) {
        return jdbc.sql("select acting_as from tandem.case_entry where case_id = ? and words_key = ?")
                .params(id, key)
                .query(String.class)
                .list();
    }

    private JsonNode end(PersonName person, String group) {
        Caller admin = roads.as("admin");
        JsonNode shown = admin.get("/api/people/" + person.id()).getBody();
        for (JsonNode mandate : shown.at("/mandates")) {
            if (mandate.at("/group").asText().equals(group)
                    && mandate.at("/until").isNull()) {
                return admin.delete("/api/people/" + person.id() + "/mandates/"
                                + mandate.at("/id").asText() + "?version="
                                + shown.at("/version").asLong())
                        .getBody();
            }
        }
        throw new AssertionError(person + " does not hold " + group);
    }

    private PersonName only(String group) {
        List<PersonName> holders = roster.holders(MandatePattern.parse(group));
        assertThat(holders).as(group).hasSize(1);
        return holders.get(0);
    }

    private List<String> abandoned(String caseId) {
        return jdbc.sql("select concat_ws(' ', task_key, party) from tandem.task where case_id = ? and state = 'OPEN'"
                        + " and abandoned_since is not null order by 1")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private int waitingFor(int backend) {
        return jdbc.sql("select count(*) from pg_locks l where not l.granted and ? = any(pg_blocking_pids(l.pid))")
                .param(backend)
                .query(Integer.class)
                .single();
    }
}
