package org.tandem.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.MovableClock;
import org.tandem.SilentServer;

@EngineSlice
class EngineTests {

    /** Only for an element it does not know does a reader look for the schema. */
    private static final String FOREIGN = "<extensionElements><q:a/></extensionElements>";

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDeployments deployments;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void sharesOneTransactionWithJpa() {
        deployments.deployIfNewer(module("shared", "1"));
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThat(transactions).isInstanceOf(JpaTransactionManager.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    writeSession("undone");
                    engine.getRuntimeService().startProcessInstanceByKey("shared", "undone");
                    assertThat(instances("undone")).isOne();
                    throw new IllegalStateException("the last step fails");
                }))
                .hasMessage("the last step fails");
        assertThat(instances("undone")).isZero();
        assertThat(sessions("undone")).isZero();

        transaction.executeWithoutResult(status -> {
            writeSession("done");
            engine.getRuntimeService().startProcessInstanceByKey("shared", "done");
        });
        assertThat(instances("done")).isOne();
        assertThat(sessions("done")).isOne();
    }

    @Test
    void runsOnTheSameStatementsWhenTheyAreReadAhead() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        ProcessEngineConfigurationImpl other = new SpringProcessEngineConfiguration();
        other.setDataSource(settings.getDataSource());

        new EngineStatements().giveTo(other);

        Configuration byItself = settings.getSqlSessionFactory().getConfiguration();
        Configuration ahead = other.getSqlSessionFactory().getConfiguration();
        assertThat(ahead.getMappedStatementNames())
                .hasSizeGreaterThan(1000)
                .isEqualTo(byItself.getMappedStatementNames());
        assertThat(ahead.getVariables()).isEqualTo(byItself.getVariables());
        assertThat(ahead.getDefaultExecutorType()).isEqualTo(byItself.getDefaultExecutorType());
        assertThat(ahead.getDefaultStatementTimeout()).isEqualTo(byItself.getDefaultStatementTimeout());
        assertThat(ahead.getEnvironment().getTransactionFactory())
                .hasSameClassAs(byItself.getEnvironment().getTransactionFactory());
        assertThat(ahead.getEnvironment().getDataSource())
                .isSameAs(byItself.getEnvironment().getDataSource());
    }

    @Test
    void isClosedAsDecided() {
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isAuthorizationEnabled()).isFalse();
        assertThat(settings.isCmmnEnabled()).isFalse();
        assertThat(settings.isStandaloneTasksEnabled()).isFalse();
        assertThat(settings.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(settings.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(settings.isMetricsEnabled()).isTrue();
        assertThat(settings.isDbMetricsReporterActivate()).isFalse();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT1M,PT10M,PT1H");
        assertThat(settings.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_AUDIT);
        assertThat(settings.getHistoryTimeToLive()).isEqualTo("P3650D");
        assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("end");
        assertThat(settings.getHistoryCleanupBatchWindowStartTime()).isEqualTo("22:00");
        assertThat(settings.getJobExecutor().getBackoffTimeInMillis()).isEqualTo(50);
    }

    @Test
    void keepsItsTablesInASchemaOfTheirOwn() {
        List<String> strays = jdbc.sql("select table_schema || '.' || table_name from information_schema.tables"
                        + " where table_name like 'act\\_%' and table_schema <> 'engine'"
                        + " or table_name not like 'act\\_%' and table_schema = 'engine'"
                        + " or table_name = 'flyway_schema_history' and table_schema <> 'tandem'")
                .query(String.class)
                .list();

        assertThat(strays).isEmpty();
        assertThat(jdbc.sql("select count(*) from engine.act_ge_property")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void findsSubtasksAndWaitingsWithoutReadingTheWholeTable() {
        assertThat(plan("select * from act_ru_task where parent_task_id_ = 'x'"))
                .contains("tandem_task_by_parent");
        assertThat(plan("select * from act_ru_event_subscr where proc_inst_id_ = 'x'"))
                .contains("tandem_event_subscr_by_process");
    }

    private String plan(String query) {
        return new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n", jdbc.sql("explain " + query).query(String.class).list());
        });
    }

    @Test
    void deploysAModuleOnlyWhenItsFilesChange() {
        ModuleFiles files = module("changing", "1.0");
        deployments.deployIfNewer(files);
        deployments.deployIfNewer(files);
        assertThat(definitions("changing")).hasSize(1);

        deployments.deployIfNewer(module("changing", "1.1"));
        assertThat(definitions("changing")).hasSize(2).allSatisfy(definition -> assertThat(definition.getResourceName())
                .isEqualTo("processes/changing/changing.bpmn"));
    }

    @Test
    void leavesNewerFilesAlone() {
        deployments.deployIfNewer(module("newer", "1.10"));
        deployments.deployIfNewer(module("newer", "1.9"));
        assertThat(definitions("newer")).hasSize(1);
    }

    @Test
    void doesNotGoBackToFilesThatWereReplacedAtTheSameTag() {
        ModuleFiles first = module("replaced", "1.0");
        ModuleFiles second = module("replaced", "1.0");
        second.files().put("forms/replaced/one.form", "{\"id\":\"one\",\"type\":\"default\"}".getBytes());
        deployments.deployIfNewer(first);
        deployments.deployIfNewer(second);
        assertThat(definitions("replaced")).hasSize(2);

        deployments.deployIfNewer(first);
        assertThat(definitions("replaced")).hasSize(2);
    }

    @Test
    void followsTheClock() {
        clock.stopAt(Instant.parse("2027-03-01T08:00:00Z"));
        assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo(clock.instant());

        clock.advance(Duration.ofDays(10));
        assertThat(ClockUtil.getCurrentTime()).isEqualTo("2027-03-11T08:00:00Z");
    }

    @Test
    void namesThingsInTheOrderOfTime() {
        clock.stopAt(Instant.parse("2027-03-01T08:00:00Z"));
        String earlier = idGenerator();
        clock.advance(Duration.ofMillis(1));

        assertThat(earlier).isLessThan(idGenerator()).matches(".{14}7.{4}[89ab].*");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsNothingButTheFilesItIsGiven() {
        try (SilentServer elsewhere = new SilentServer()) {
            String location = " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:q='http://q'"
                    + " xsi:schemaLocation='http://q " + elsewhere.address() + "' ";
            deploy(
                    "lonely.bpmn",
                    diagram("lonely", "1")
                            .replaceFirst("targetNamespace=", location + "targetNamespace=")
                            .replaceFirst("(<process [^>]+>)", "$1" + FOREIGN));
            deploy("lonely.dmn", table(location));

            ProcessEngineConfigurationImpl settings =
                    (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            settings.getDeploymentCache().discardProcessDefinitionCache();
            settings.getDeploymentCache().discardDecisionDefinitionCache();
            engine.getRuntimeService().startProcessInstanceByKey("lonely");
            engine.getDecisionService().evaluateDecisionTableByKey("lonelyTable", Map.of("a", "x"));
            engine.getRepositoryService()
                    .getBpmnModelInstance(definitions("lonely").get(0).getId());

            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void importsNothing() {
        try (SilentServer elsewhere = new SilentServer()) {
            for (String type : List.of("http://schemas.xmlsoap.org/wsdl/", "http://www.w3.org/2001/XMLSchema")) {
                String diagram = diagram("importing", "1")
                        .replaceFirst(
                                "<process ",
                                "<import importType='" + type + "' namespace='http://q' location='"
                                        + elsewhere.address() + "'/><process ");

                assertThatThrownBy(() -> deploy("importing.bpmn", diagram)).hasMessageContaining("import");
            }
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void refusesADiagramWithADocumentType() {
        String diagram = diagram("typed", "1").replaceFirst("\\?>", "?><!DOCTYPE definitions [<!ENTITY a 'b'>]>");

        assertThatThrownBy(() -> deploy("typed.bpmn", diagram)).hasMessage("line 1: a DOCTYPE");
        assertThat(definitions("typed")).isEmpty();
    }

    private void deploy(String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("processes/lonely/" + name, content)
                .deploy();
    }

    private static String table(String attributes) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='n'"
                + attributes + "><decision id='lonelyTable' name='Lonely'>" + FOREIGN + "<decisionTable id='t'>"
                + "<input id='i'><inputExpression id='e' typeRef='string'><text>a</text></inputExpression></input>"
                + "<output id='o' name='o' typeRef='string'/><rule id='r'><inputEntry id='ie'><text>\"x\"</text></inputEntry>"
                + "<outputEntry id='oe'><text>\"y\"</text></outputEntry></rule></decisionTable></decision></definitions>";
    }

    private String idGenerator() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getIdGenerator()
                .getNextId();
    }

    private List<ProcessDefinition> definitions(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .list();
    }

    private long instances(String businessKey) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private int sessions(String id) {
        return jdbc.sql("select count(*) from tandem.spring_session where session_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void writeSession(String id) {
        entities.createNativeQuery("insert into tandem.spring_session values (?1, ?1, 0, 0, 0, 0, null)")
                .setParameter(1, id)
                .executeUpdate();
    }

    private static String diagram(String name, String versionTag) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(name)
                .camundaVersionTag(versionTag)
                .startEvent()
                .userTask("wait")
                .endEvent()
                .done());
    }

    private static ModuleFiles module(String name, String versionTag) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "processes/" + name + "/" + name + ".bpmn",
                diagram(name, versionTag).getBytes());
        return new ModuleFiles(name, files);
    }
}
