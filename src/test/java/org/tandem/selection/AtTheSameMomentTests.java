package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.tasks.ReconcileTasks;

/** What happens when two people act at the same moment? Real threads, each with a connection of its own. */
@ProcessTest
class AtTheSameMomentTests {

    private static final int TIMES = 4;

    @Autowired
    Roads roads;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileTasks reconcile;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void elsewhere() {
        roads = roads.inArea("A4");
    }

    @AfterEach
    void engineAndProjectionAreEqual() {
        clock.reset();
        assertThat(reconcile.difference().size()).isZero();
    }

    @RepeatedTest(TIMES)
    void bothVotesCountAndAreTalliedOnce() throws Exception {
        String id = roads.inVetting();
        assertThat(statuses(atOnce(vote(id, "UNDP", "APPROVE"), vote(id, "ILO", "APPROVE"))))
                .containsExactly(200, 200);

        assertThat(roads.state(id)).isEqualTo("VETTED");
        assertThat(roads.history(id))
                .containsOnlyOnce("selection.history.state.VETTED")
                .filteredOn(key -> key.equals("vetting.history.vote.APPROVE.OPENED"))
                .hasSize(2);
        assertThat(jdbc.sql("select count(*) from tandem.vetting_vote where case_id = ? and state = 'OPENED'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @RepeatedTest(TIMES)
    void aVoteAndAReturnEndInOneQuestion() throws Exception {
        String id = roads.inVetting();
        List<ResponseEntity<JsonNode>> answers = atOnce(
                vote(id, "UNDP", "APPROVE"),
                task(id, "vetCountry", "ILO", Map.of("decision", "RETURN", "question", "Who pays?")));

        assertThat(answers.get(1).getStatusCode().value()).isEqualTo(200);
        assertThat(answers.get(0).getStatusCode().value()).isIn(200, 409);
        assertThat(roads.state(id)).isEqualTo("RETURNED");
        assertThat(roads.waiting(id)).containsExactly("answerQuestion");
    }

    @RepeatedTest(TIMES)
    void takingBackAndTheOtherVoteDoNotBothWin() throws Exception {
        String id = roads.inVetting();
        Caller first = director(id, "UNDP");
        roads.declines(id, "UNDP", "No");
        List<ResponseEntity<JsonNode>> answers =
                atOnce(() -> first.delete("/api/vetting/" + id + "/vote"), vote(id, "ILO", "APPROVE"));

        assertThat(answers.get(1).getStatusCode().value()).isEqualTo(200);
        if (answers.get(0).getStatusCode().value() == 204) {
            assertThat(roads.waiting(id)).containsExactly("vetCountry UNDP");
        } else {
            assertThat(answers.get(0).getStatusCode().value()).isEqualTo(409);
            assertThat(roads.state(id)).isEqualTo("IN_DIVERGENCE");
        }
    }

    @RepeatedTest(TIMES)
    void oneOfTwoColleaguesDecidesAndTheOtherLearnsWho() throws Exception {
        String id = roads.nominated();
        List<PersonName> colleagues = roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A4"));
        List<ResponseEntity<JsonNode>> answers = atOnce(
                () -> agree(id, colleagues.get(0).signInName()),
                () -> agree(id, colleagues.get(1).signInName()));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        JsonNode refused = refused(answers);
        assertThat(refused.at("/code").asText()).isEqualTo("tasks.refused.done");
        assertThat(refused.at("/detail").asText()).startsWith("A colleague completed this");
        assertThat(jdbc.sql("select count(*) from tandem.nomination_agreement where case_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    void aDoubleClickCountsOnceAndIsCalledOnesOwn() throws Exception {
        String id = roads.inVetting();
        List<ResponseEntity<JsonNode>> answers =
                atOnce(() -> vetAs(id, director(id, "UNDP")), () -> vetAs(id, director(id, "UNDP")));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(refused(answers).at("/code").asText()).isEqualTo("tasks.refused.doneByYou");
        assertThat(roads.waiting(id)).containsExactly("vetCountry ILO");
    }

    @RepeatedTest(TIMES)
    void twoNominationsOfOneSubjectOpenOneCase() throws Exception {
        String country = roads.freshCountry();
        List<ResponseEntity<JsonNode>> answers =
                atOnce(() -> roads.as("fp.undp.a4").nominate(country, "A4"), () -> roads.as("fp.ilo.a4")
                        .nominate(country, "A4"));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
        assertThat(refused(answers).at("/code").asText()).isEqualTo("selection.refused.alreadyOpen");
        assertThat(cases(country, "A4")).containsExactly("FFA-" + country + "-A4");
    }

    @RepeatedTest(TIMES)
    void areasInAnotherOrderDoNotBlockEachOther() throws Exception {
        String country = roads.untouchedCountry();
        List<ResponseEntity<JsonNode>> answers = atOnce(
                () -> nominate("coord.undp", country, List.of("A1", "A2", "A4")),
                () -> nominate("coord.ilo", country, List.of("A4", "A2", "A1")));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
        assertThat(cases(country, "A1", "A2", "A4")).hasSize(3);
    }

    @Test
    void theCeilingIsNotPassedByTwoAtOnce() throws Exception {
        int open = jdbc.sql("""
                        select count(distinct country) from tandem.nomination where framework = 'FFA'
                        and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN')""").query(Integer.class).single();
        String one = roads.untouchedCountry();
        String two = roads.untouchedCountry();
        jdbc.sql("update tandem.framework_setting set ceiling = ? where framework = 'FFA'")
                .param(open + 1)
                .update();
        try {
            List<ResponseEntity<JsonNode>> answers =
                    atOnce(() -> roads.as("fp.undp.a4").nominate(one, "A4"), () -> roads.as("fp.ilo.a4")
                            .nominate(two, "A4"));

            assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
            assertThat(refused(answers).at("/code").asText()).isEqualTo("selection.refused.ceilingReached");
        } finally {
            jdbc.sql("update tandem.framework_setting set ceiling = null where framework = 'FFA'")
                    .update();
        }
    }

    @RepeatedTest(TIMES)
    void oneOfTwoColleaguesClaims() throws Exception {
        String id = roads.nominated();
        String task = roads.open(id, "agreeNomination", "ILO").id();
        List<PersonName> colleagues = roster.holders(MandatePattern.parse("focal-point:ILO:FFA-A4"));
        List<ResponseEntity<JsonNode>> answers = atOnce(
                () -> claim(task, colleagues.get(0).signInName()),
                () -> claim(task, colleagues.get(1).signInName()));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(refused(answers).at("/code").asText()).isEqualTo("tasks.refused.claimedBy");
        assertThat(roads.open(id, "agreeNomination", "ILO").assignee()).isNotNull();
    }

    @RepeatedTest(TIMES)
    void bothSidesAskForTheWithdrawalAndOneWishStands() throws Exception {
        String id = roads.nominated();
        List<ResponseEntity<JsonNode>> answers =
                atOnce(() -> withdraw(id, "coord.undp"), () -> withdraw(id, "coord.ilo"));

        assertThat(statuses(answers)).containsExactlyInAnyOrder(202, 409);
        assertThat(roads.waiting(id))
                .filteredOn(task -> task.startsWith("agreeWithdrawal"))
                .hasSize(1);
    }

    @RepeatedTest(TIMES)
    void anAnswerAndALapseDoNotBothWin() throws Exception {
        String id = roads.nominated();
        clock.advance(Duration.ofDays(31));
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        AtomicBoolean lapsed = new AtomicBoolean();
        List<ResponseEntity<JsonNode>> answers = atOnce(() -> agree(id, "fp.ilo.a4"), () -> {
            lapsed.set(executes(job));
            return ResponseEntity.noContent().build();
        });

        if (answers.get(0).getStatusCode().value() == 200) {
            assertThat(lapsed.get()).isFalse();
            assertThat(roads.state(id)).isEqualTo("IN_VETTING");
        } else {
            assertThat(answers.get(0).getStatusCode().value()).isEqualTo(409);
            assertThat(lapsed.get()).isTrue();
            assertThat(roads.file(id).at("/stateReason").asText()).isEqualTo("LAPSED");
            assertThat(roads.waiting(id)).isEmpty();
        }
    }

    /** Whoever is late finds the job gone or changed, and is undone. */
    private boolean executes(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (RuntimeException late) {
            return false;
        }
    }

    private Callable<ResponseEntity<JsonNode>> vote(String id, String party, String decision) {
        return task(id, "vetCountry", party, Map.of("decision", decision));
    }

    private Callable<ResponseEntity<JsonNode>> task(String id, String key, String party, Map<String, ?> values) {
        Roads.Open task = roads.open(id, key, party);
        Caller holder = roads.holder(task.offers().get(0));
        return () -> holder.post(Roads.address(id, key) + "?task=" + task.id(), values);
    }

    private Caller director(String id, String party) {
        String country = id.split("-")[1];
        return roads.holder(roads.directorOf(party, country));
    }

    private ResponseEntity<JsonNode> vetAs(String id, Caller director) {
        return director.vet(id, "APPROVE", "conditions", "");
    }

    private ResponseEntity<JsonNode> agree(String id, String person) {
        return roads.as(person).answer("selection", id, "agreeNomination", Map.of("decision", "AGREE"));
    }

    private ResponseEntity<JsonNode> claim(String task, String person) {
        return roads.as(person).post("/api/tasks/" + task + "/claim", null);
    }

    private ResponseEntity<JsonNode> withdraw(String id, String coordinator) {
        return roads.as(coordinator).post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Coup"));
    }

    private ResponseEntity<JsonNode> nominate(String person, String country, List<String> areas) {
        Map<String, Object> nomination = new HashMap<>(Caller.nomination("FFA", country, "A4"));
        Map<String, String> gains = new HashMap<>();
        areas.forEach(area -> gains.put(area, "COHERENCE"));
        nomination.put("areas", areas);
        nomination.put("gains", gains);
        return roads.as(person).post("/api/selection/nominations", nomination);
    }

    private List<String> cases(String country, String... areas) {
        return jdbc.sql("select id from tandem.case_file where country = ? and area = any(?) order by id")
                .params(country, areas)
                .query(String.class)
                .list();
    }

    private static List<Integer> statuses(List<ResponseEntity<JsonNode>> answers) {
        return answers.stream().map(answer -> answer.getStatusCode().value()).toList();
    }

    private static JsonNode refused(List<ResponseEntity<JsonNode>> answers) {
        return answers.stream()
                .filter(answer -> answer.getStatusCode().value() == 409)
                .findFirst()
                .orElseThrow()
                .getBody();
    }

    @SafeVarargs
    private static List<ResponseEntity<JsonNode>> atOnce(Callable<ResponseEntity<JsonNode>>... actions)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(actions.length);
        CyclicBarrier start = new CyclicBarrier(actions.length);
        try {
            List<Future<ResponseEntity<JsonNode>>> running = new ArrayList<>();
            for (Callable<ResponseEntity<JsonNode>> action : actions) {
                running.add(threads.submit(() -> {
                    start.await(60, TimeUnit.SECONDS);
                    return action.call();
                }));
            }
            List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
            for (Future<ResponseEntity<JsonNode>> answer : running) {
                answers.add(answer.get(120, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
