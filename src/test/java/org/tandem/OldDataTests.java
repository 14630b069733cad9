package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.models.ModelFiles;
import org.tandem.models.TaskDeclaration;

/**
 * Does the present build go on with what an older one left: is everything shown, do the old diagrams find all they name, and
 * can every open case be worked to its end? How the backup was made is told in {@code old-data/README.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldDataTests {

    private static final Set<String> STAGES_SINCE = Set.of("programme", "proposal", "submission");

    private static final Pattern CALL = Pattern.compile("[$#]\\{(\\w+)(?:\\.(\\w+)\\(([^)]*)\\))?}");

    @TempDir
    static Path directory;

    private static OldData old;
    private static JdbcClient jdbc;

    @BeforeAll
    static void restore() {
        old = OldData.restoredIn(directory);
        jdbc = old.bean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        old.close();
    }

    @Test
    @Order(1)
    void holdsCasesOfAllKindsWithOpenTasksOfEveryKind() {
        assertThat(texts("select distinct kind from tandem.case_file")).hasSize(3);
        assertThat(texts("select distinct task_key from tandem.task where state = 'OPEN'"))
                .containsExactlyInAnyOrderElementsOf(taskKeysThen());
        assertThat(texts("select distinct task_key from tandem.task t where state = 'OPEN' and exists ("
                        + "select from tandem.form_draft d where d.task_id = t.id)"))
                .hasSizeGreaterThan(10);
    }

    @Test
    @Order(2)
    void deployedDiagramsFindEveryBeanMethodAndFormTheyName() throws Exception {
        RepositoryService repository = old.bean(RepositoryService.class);
        Set<String> missing = new TreeSet<>();
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().list()) {
            BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
            String xml = org.camunda.bpm.model.bpmn.Bpmn.convertToString(model);
            Set<String> resources = Set.copyOf(repository.getDeploymentResourceNames(definition.getDeploymentId()));
            Matcher call = CALL.matcher(xml);
            while (call.find()) {
                if (call.group(2) != null || call.group(1).endsWith("Delegate")) {
                    requireBean(call, definition, missing);
                }
            }
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                if (!taskKeys().contains(task.getId())
                        || resources.stream().noneMatch(name -> name.endsWith("/" + task.getId() + ".form"))) {
                    missing.add(definition.getKey() + ": " + task.getId());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void requireBean(Matcher call, ProcessDefinition definition, Set<String> missing) {
        String wanted = definition.getKey() + " " + definition.getVersion() + ": " + call.group();
        if (!old.context().containsBean(call.group(1))) {
            missing.add(wanted);
        } else if (call.group(2) != null) {
            long arguments = call.group(3).isBlank() ? 0 : call.group(3).split(",").length;
            boolean there = Arrays.stream(AopUtils.getTargetClass(old.context().getBean(call.group(1)))
                            .getMethods())
                    .anyMatch(method ->
                            method.getName().equals(call.group(2)) && method.getParameterCount() == arguments);
            if (!there) {
                missing.add(wanted);
            }
        }
    }

    /** Of histories, notices and what a move of versions could not move. */
    @Test
    @Order(2)
    void everySentenceThatWasKeptIsStillSaidInBothLanguages() {
        List<String> keys =
                texts("select words_key from tandem.case_entry union select words_key from tandem.case_notice"
                        + " union select reason_key from tandem.model_migration_case where reason_key is not null"
                        + " union select p ->> 'key' from tandem.import_row, jsonb_array_elements(problems) p"
                        + " where p ->> 'key' is not null"
                        + " union select n ->> 'key' from tandem.import_run, jsonb_array_elements(notices) n");
        assertThat(keys).hasSizeGreaterThan(60);
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(keys).allSatisfy(key -> assertThat(old.context().getMessage(key, null, null, language))
                    .as(key)
                    .isNotNull());
        }
    }

    /** All there are, but for those of stages that came after the data were made. */
    private static Set<String> taskKeysThen() {
        SortedMap<String, byte[]> files =
                new TreeMap<>(ModelFiles.in(Path.of(".")).contents());
        files.keySet()
                .removeIf(file -> STAGES_SINCE.stream().anyMatch(stage -> file.contains("processes/" + stage + "/")));
        return TaskDeclaration.in(files).keySet();
    }

    private static Set<String> taskKeys() {
        return TaskDeclaration.in(ModelFiles.in(Path.of(".")).contents()).keySet();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    @Order(3)
    void everythingIsShownWhole(String language) {
        ShownWhole shown = new ShownWhole(old, language);

        shown.everyCase();
        shown.everyOpenTask();
        shown.everyInboxAndView();
        shown.everyList();
        shown.everyPerson();

        assertThat(shown.wrong()).isEmpty();
        assertThat(shown.pages()).isGreaterThan(Share.isWhole() ? 500 : 200);
    }

    @Test
    @Order(4)
    void everyOpenCaseIsWorkedToItsEnd() {
        new WorkedOff(old).all();

        assertThat(texts("select id || ' ' || task_key from tandem.task where state = 'OPEN'"))
                .isEmpty();
        assertThat(old.bean(RuntimeService.class).createProcessInstanceQuery().count())
                .isZero();
        JsonNode overview = old.roads().as("admin").get("/api/operations").getBody();
        assertThat(overview.get("stuckCases")).isEmpty();
        assertThat(overview.get("strayProcesses")).isEmpty();
        assertThat(overview.get("failedJobs")).isEmpty();
        ShownWhole after = new ShownWhole(old, "en");
        after.everyCase();
        assertThat(after.wrong()).isEmpty();
    }

    private static List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
