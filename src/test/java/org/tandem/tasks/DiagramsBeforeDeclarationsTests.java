package org.tandem.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.ProcessTest;
import org.tandem.Roads;
import org.tandem.models.ModelFiles;

/** Work that runs on the diagrams of the build before, which say nothing of what their tasks write, is done as ever. */
@ProcessTest
class DiagramsBeforeDeclarationsTests {

    private static final Path BEFORE = Path.of("src/test/resources/before-declarations");

    @Autowired
    Roads roads;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private final List<String> deployments = new ArrayList<>();
    private Set<String> before = new HashSet<>();

    @BeforeEach
    void theNewestDiagramsAreThoseOfTheBuildBefore() {
        roads = roads.inArea("A6");
        ModelFiles now = ModelFiles.in(Path.of("."));
        Map<String, DeploymentBuilder> modules = new TreeMap<>();
        now.with(ModelFiles.in(BEFORE).contents()).contents().forEach((name, content) -> modules.computeIfAbsent(
                        ModelFiles.module(name),
                        module -> repository.createDeployment().name(module))
                .addInputStream(name, new java.io.ByteArrayInputStream(content)));
        modules.values().forEach(module -> deployments.add(module.deploy().getId()));
        before = deployments.stream()
                .flatMap(id -> repository.createProcessDefinitionQuery().deploymentId(id).list().stream())
                .map(ProcessDefinition::getId)
                .collect(Collectors.toSet());
    }

    @AfterEach
    void gone() {
        deployments.forEach(id -> repository.deleteDeployment(id, true, true, true));
    }

    @Test
    void aCountryIsNamedVettedAndWithdrawn() {
        String id = roads.nominated();
        does(id, "agreeNomination", Map.of("decision", "AGREE", "note", "Gladly"));
        roads.returns(id, "ILO", "Which ministry?");
        does(id, "answerQuestion", Map.of("answer", "Labour", "amendment", "The ministry of labour"));
        roads.approves(id, "UNDP");
        roads.approves(id, "ILO");
        assertThat(roads.state(id)).isEqualTo("VETTED");

        assertThat(roads.as("coord.undp")
                        .post("/api/selection/" + id + "/withdrawal", Map.of("reason", "Things changed"))
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        does(id, "agreeWithdrawal", Map.of("decision", "AGREE"));

        assertThat(roads.state(id)).isEqualTo("WITHDRAWN");
        assertThat(roads.history(id))
                .contains(
                        "selection.history.answered.AGREE",
                        "vetting.history.returned",
                        "vetting.history.answered",
                        "selection.history.withdrawal.AGREE");
    }

    @Test
    void aDivergenceGoesUpTheLadder() {
        String matter = roads.inDivergence();
        String id = matter + "-D1";
        roads.statePositions(id);
        does(id, "attemptSettlement", Map.of("move", "PROPOSE", "text", "Later", "resolution", "VETTED"));
        does(id, "answerText", Map.of("answer", "REFUSE", "reason", "Never"));
        does(id, "attemptSettlement", Map.of("move", "RISE", "reason", "Neither side can move"));
        does(id, "briefMechanism", Map.of("brief", "The facts", "advice", "WANTED"));
        does(id, "adviseMechanism", Map.of("advice", "Select it"));
        assertThat(roads.as("coord.undp")
                        .answer("divergence", id, "proposeOutcome", Map.of("outcome", "NO_AGREEMENT", "text", "Enough"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(roads.as("coord.ilo")
                        .answer("divergence", id, "agreeOutcome", Map.of("answer", "ACCEPT"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);

        assertThat(roads.state(id)).isEqualTo("CLOSED_NO_AGREEMENT");
        assertThat(roads.history(id))
                .contains(
                        "divergence.history.stated",
                        "divergence.history.move.REFUSAL",
                        "divergence.history.move.BRIEF",
                        "divergence.history.move.ACCEPTANCE");
    }

    @Test
    void aQuestionIsAnsweredAndRated() {
        String id = roads.asked(roads.freshCountry(), "Who has done this before?");
        does(id, "routeRequest", Map.of("decision", "ASSIGN", "agency", "UNDP"));
        does(id, "answerRequest", Map.of("decision", "ANSWER", "answer", "Peru has"));
        does(id, "rateAnswer", Map.of("useful", "YES"));

        assertThat(roads.state(id)).isEqualTo("DONE");
        assertThat(roads.waiting(id)).isEmpty();
        assertThat(roads.history(id))
                .contains("support.history.assigned", "support.history.answered", "support.history.rated.USEFUL");
    }

    @Test
    void whatAnAdministratorAskedForIsSeenTo() {
        String id = roads.inVetting();
        String todo = before.stream()
                .filter(definition -> definition.startsWith("todo:"))
                .findFirst()
                .orElseThrow();
        runtime.startProcessInstanceById(todo, id, Map.of("caseId", id, "framework", "FFA"));

        does(id, "seeToCase", Map.of("done", "Both sides know"));

        assertThat(roads.history(id)).contains("tasks.history.seenTo");
        roads.approves(id, "UNDP");
        roads.approves(id, "ILO");
    }

    private void does(String id, String task, Map<String, ?> values) {
        assertThat(before)
                .contains(jdbc.sql("select process_definition_id from tandem.task where id = ?")
                        .param(roads.open(id, task, null).id())
                        .query(String.class)
                        .single());
        roads.does(id, task, null, values);
    }
}
