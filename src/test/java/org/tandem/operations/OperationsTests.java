package org.tandem.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.Caller;
import org.tandem.MovableClock;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.Saboteur;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.tasks.SweepDueDates;

/** What do administrators learn of work that failed or stands still, and can they get it going again? */
@ProcessTest
class OperationsTests {

    private static final String NOTE = "The lapse does not go through. Do you still want this nomination?";

    @Autowired
    Roads roads;

    @Autowired
    Saboteur saboteur;

    @Autowired
    MovableClock clock;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CaseHistory history;

    @Autowired
    SweepDueDates sweepDueDates;

    @Autowired
    JdbcClient jdbc;

    private Caller admin;
    private FailedRoad road;

    @BeforeEach
    void elsewhere() {
        roads = roads.inArea("A4");
        admin = roads.as("admin");
        road = new FailedRoad(roads, saboteur, clock, management, runtime);
    }

    @AfterEach
    void nothingFailsAnyMore() {
        saboteur.rest();
        admin.get("/api/operations")
                .getBody()
                .at("/failedJobs")
                .forEach(failed -> tryAgain(failed.at("/job/id").asText()));
        clock.reset();
    }

    @Test
    void saysToAdministratorsHowTheDatabaseIs() throws Exception {
        assertThat(admin.get("/actuator/health").toString()).contains("db", "connections", "waiting");
    }

    @Test
    void saysWhichStepOfWhichCaseFailedAndWhyWithoutWhatTheExceptionSaid() {
        FailedRoad.Failed failed = road.givenUp();

        JsonNode row = failed(failed);
        assertThat(row.at("/job/caseId").asText()).isEqualTo(failed.caseId());
        assertThat(row.at("/job/step").asText()).isEqualTo("Close as lapsed");
        assertThat(row.at("/job/begunBy").asText()).isEqualTo("Nomination lapsed");
        assertThat(row.at("/job/triesLeft").asInt()).isZero();
        assertThat(row.at("/job/failedSince").asText()).isNotBlank();
        assertThat(row.at("/cause").asText()).startsWith("An error of the program.");
        assertThat(row.at("/job/cause/technical").toString())
                .contains("java.lang.IllegalStateException", "at org.tandem.Saboteur.on")
                .doesNotContain("sabotage");
    }

    @Test
    void saysWhenTheEngineTriesAgainByItself() {
        JsonNode job = failed(road.failedOnce()).at("/job");

        assertThat(job.at("/triesLeft").asInt()).isEqualTo(3);
        assertThat(java.time.Instant.parse(job.at("/nextTryAt").asText())).isAfter(clock.instant());
        assertThat(job.at("/failedSince").isNull()).isTrue();
    }

    @Test
    void goesOnWhenTriedAgainAndIsOnRecordAsNobodysDeed() {
        FailedRoad.Failed failed = road.givenUp();

        assertThat(tryAgain(failed.job()).getBody().at("/succeeded").asBoolean())
                .isFalse();
        saboteur.rest();
        assertThat(tryAgain(failed.job()).getBody().at("/succeeded").asBoolean())
                .isTrue();

        assertThat(roads.state(failed.caseId())).isEqualTo("NOT_AGREED");
        assertThat(find(failed)).isEmpty();
        assertThat(history.of(new CaseId(failed.caseId())))
                .filteredOn(entry -> entry.words().key().equals("selection.history.lapsed"))
                .allMatch(entry -> entry.person() == null);
        assertThat(roads.history(failed.caseId())).contains("operations.history.triedAgain");
    }

    @Test
    void saysThatAColleagueHasTriedItAlready() {
        FailedRoad.Failed failed = road.givenUp();
        saboteur.rest();
        tryAgain(failed.job());

        ResponseEntity<JsonNode> late = tryAgain(failed.job());
        assertThat(late.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(late.getBody().at("/detail").asText()).contains("a colleague has tried it again");
        assertThat(give("job:" + failed.job(), NOTE).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void ofTwoWhoTryAtTheSameMomentOneIsToldThatTheOtherWasFaster() {
        FailedRoad.Failed failed = road.givenUp();
        saboteur.rest();

        List<CompletableFuture<ResponseEntity<JsonNode>>> both = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> tryAgain(failed.job())))
                .limit(2)
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).map(ResponseEntity::getStatusCode))
                .containsExactlyInAnyOrder(HttpStatus.OK, HttpStatus.CONFLICT);
        assertThat(history.of(new CaseId(failed.caseId())))
                .filteredOn(entry -> entry.words().key().equals("operations.history.triedAgain"))
                .hasSize(1);
    }

    @Test
    void isGivenToTheCoordinatorsOnceAndStaysListedUntilItSucceeds() {
        FailedRoad.Failed failed = road.givenUp();

        assertThat(give("job:" + failed.job(), NOTE).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(give("job:" + failed.job(), NOTE).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);

        assertThat(roads.waiting(failed.caseId())).contains("seeToCase");
        assertThat(roads.open(failed.caseId(), "seeToCase", null).offers())
                .containsExactly("coordinator:ILO:FFA", "coordinator:UNDP:FFA");
        assertThat(failed(failed).at("/given/note").asText()).isEqualTo(NOTE);
        assertThat(roads.as("coord.ilo")
                        .get("/api/inbox?country=" + failed.caseId().split("-")[1])
                        .getBody()
                        .toString())
                .contains("seeToCase");
        assertThat(roads.details(failed.caseId())
                        .at("/sections/operations/0/note")
                        .asText())
                .isEqualTo(NOTE);

        roads.does(failed.caseId(), "seeToCase", null, Map.of("done", "We do not: let it lapse"));

        assertThat(roads.history(failed.caseId())).contains("tasks.history.askedToSee", "tasks.history.seenTo");
        assertThat(failed(failed).at("/given").isNull()).isTrue();
        saboteur.rest();
        tryAgain(failed.job());
        assertThat(find(failed)).isEmpty();
    }

    @Test
    void asksForANoteAndForSomethingThatIsMeant() {
        FailedRoad.Failed failed = road.givenUp();

        assertThat(give("job:" + failed.job(), " ").getBody().at("/field").asText())
                .isEqualTo("note");
        assertThat(give("nothing", NOTE).getBody().at("/field").asText()).isEqualTo("about");
        assertThat(give("case:FFA-XXX-A9", NOTE).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(give("job:\0", NOTE).getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @Test
    void findsACaseWhoseProcessIsGoneAndAProcessWithoutACase() {
        String id = roads.nominated();
        assertThat(stuck()).doesNotContain(id);
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        rename(instance, "SOMETHING-ELSE");
        assertThat(admin.get("/api/operations").getBody().at("/strayProcesses").toString())
                .contains(instance);
        assertThat(stuck()).contains(id);
        rename(instance, id);
        assertThat(stuck()).doesNotContain(id);

        runtime.deleteProcessInstance(instance, "by hand");
        assertThat(row("/stuckCases", "/stuck/caseId", id).at("/stuck/why").asText())
                .isEqualTo("NO_PROCESS");
        give("case:" + id, NOTE);
        assertThat(row("/stuckCases", "/stuck/caseId", id).at("/given/note").asText())
                .isEqualTo(NOTE);
    }

    @Test
    void knowsThatACaseMovesOnByWhatItCallsAndByTheDivergenceItWaitsFor() {
        String split = roads.inDivergence();
        String blocked = roads.diverging();

        assertThat(stuck()).doesNotContain(split, split + "-D1", blocked, blocked.replaceAll("-D1$", ""));
    }

    @Test
    void aCaseThatWaitsIsMovedOnOnlyByADivergenceThatMovesItself() {
        String divergence = roads.diverging();
        String waiting = divergence.replaceAll("-D1$", "");
        String[] ofTheCase = openTasks(waiting);
        String[] ofTheDivergence = openTasks(divergence);

        move(ofTheCase, definition("todo"));
        assertThat(stuck()).doesNotContain(waiting, divergence);
        move(ofTheDivergence, definition("todo"));
        assertThat(stuck()).contains(waiting, divergence);
        move(ofTheDivergence, definition("divergence"));
        move(ofTheCase, definition("vetting"));
        assertThat(stuck()).doesNotContain(waiting, divergence);
    }

    @Test
    void findsACaseWhoseProcessWaitsForNothing() {
        String id = roads.inVetting();
        String[] tasks = openTasks(id);

        // Their tasks are hidden from the look, as if they had been lost, by giving them to ad-hoc work.
        String vetting = definition("vetting");
        move(tasks, definition("todo"));
        assertThat(row("/stuckCases", "/stuck/caseId", id).at("/stuck/why").asText())
                .isEqualTo("NOTHING_AWAITED");
        assertThat(row("/stuckCases", "/stuck/caseId", id).at("/stuck/step").asText())
                .isEqualTo("Vet the country");
        move(tasks, vetting);
        assertThat(stuck()).doesNotContain(id);
    }

    @Test
    void showsItAllToAdministratorsOnly() {
        sweepDueDates.sweep();

        assertThat(roads.as("coord.undp").get("/api/operations").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        JsonNode overview = admin.get("/api/operations").getBody();
        assertThat(overview.at("/runs/sweep").asText()).isNotBlank();
        assertThat(overview.at("/work/openTasks").asLong()).isPositive();
        assertThat(overview.at("/node/connections/most").asInt()).isEqualTo(16);
        assertThat(admin.post("/api/operations/search", Map.of())
                        .getBody()
                        .at("/documents")
                        .asInt())
                .isPositive();
    }

    private List<JsonNode> find(FailedRoad.Failed failed) {
        return rows("/failedJobs", "/job/id", failed.job());
    }

    private JsonNode failed(FailedRoad.Failed failed) {
        return row("/failedJobs", "/job/id", failed.job());
    }

    private JsonNode row(String list, String at, String value) {
        List<JsonNode> found = rows(list, at, value);
        assertThat(found).as(list + at + " " + value).hasSize(1);
        return found.get(0);
    }

    private List<JsonNode> rows(String list, String at, String value) {
        return java.util.stream.StreamSupport.stream(
                        admin.get("/api/operations").getBody().at(list).spliterator(), false)
                .filter(row -> row.at(at).asText().equals(value))
                .toList();
    }

    private List<String> stuck() {
        return admin.get("/api/operations").getBody().at("/stuckCases").findValuesAsText("caseId");
    }

    private ResponseEntity<JsonNode> tryAgain(String job) {
        return admin.post("/api/operations/jobs/" + job + "/try-again", Map.of());
    }

    private ResponseEntity<JsonNode> give(String about, String note) {
        return admin.post("/api/operations/give", Map.of("about", about, "note", note));
    }

    private void rename(String instance, String businessKey) {
        jdbc.sql("update engine.act_ru_execution set business_key_ = ? where id_ = ?")
                .params(businessKey, instance)
                .update();
    }

    private String[] openTasks(String id) {
        return roads.open(id).stream().map(Roads.Open::id).toArray(String[]::new);
    }

    private String definition(String process) {
        return jdbc.sql("select id_ from engine.act_re_procdef where key_ = ? order by version_ desc limit 1")
                .param(process)
                .query(String.class)
                .single();
    }

    private void move(String[] tasks, String definition) {
        jdbc.sql("update engine.act_ru_task set proc_def_id_ = :definition where id_ = any(:tasks)")
                .param("definition", definition)
                .param("tasks", tasks)
                .update();
    }
}
