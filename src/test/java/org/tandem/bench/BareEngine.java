package org.tandem.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tandem.platform.database.EmbeddedServer;

/**
 * What one would have without Tandem: the engine alone, on a database of its own, with the same models, ids, history level
 * and settings. What the diagrams call does nothing but say where the token goes.
 */
final class BareEngine implements AutoCloseable {

    private final HikariDataSource pool;
    private final CountedStatements statements = new CountedStatements();
    private final ProcessEngine engine;

    BareEngine(String database, Application ours) throws IOException {
        pool = pool(database);
        DataSource source = statements.counted(pool);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(source);
        configuration.setTransactionManager(new DataSourceTransactionManager(source));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setHistory(ours.bean(ProcessEngineConfigurationImpl.class)
                .getHistoryLevel()
                .getName());
        configuration.setIdGenerator(ours.bean(IdGenerator.class));
        configuration.setProcessEnginePlugins(List.of(ours.bean("engineSettings", ProcessEnginePlugin.class)));
        configuration.setBeans(beans(ours));
        engine = configuration.buildProcessEngine();
        deploy(ours);
    }

    private static HikariDataSource pool(String database) {
        EmbeddedServer server = BenchDatabases.server();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.url(database));
        pool.setUsername(server.user());
        pool.setPassword(server.pass());
        pool.setMaximumPoolSize(16);
        Properties like = new Properties();
        like.put("reWriteBatchedInserts", "true");
        pool.setDataSourceProperties(like);
        return pool;
    }

    /** The candidate groups are those of the real roster: an offer is part of the task. */
    private static Map<Object, Object> beans(Application ours) {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("groups", ours.bean("groups", Object.class));
        beans.put("limits", ours.bean("limits", Object.class));
        beans.put("parties", new BareParties());
        beans.put("selectCountryDelegate", (JavaDelegate) execution -> {});
        beans.put("openVettingDelegate", (JavaDelegate) execution -> {
            execution.setVariable("directors", "FOUND");
            execution.setVariable("vote", "NONE");
        });
        beans.put("tallyVotesDelegate", (JavaDelegate) execution -> execution.setVariable("outcome", "VETTED"));
        beans.put("identifyJointlyDelegate", (JavaDelegate) execution -> {
            execution.setVariable("alreadyOpen", false);
            execution.setVariable("ceilingReached", false);
            execution.setVariable("absenceUnexplained", false);
        });
        return beans;
    }

    private void deploy(Application ours) throws IOException {
        for (String module : List.of("selection", "vetting")) {
            DeploymentBuilder deployment =
                    engine.getRepositoryService().createDeployment().name(module);
            for (String folder : List.of("processes", "forms")) {
                for (Resource file : ours.context().getResources("classpath*:" + folder + "/" + module + "/*.*")) {
                    deployment.addInputStream(folder + "/" + module + "/" + file.getFilename(), file.getInputStream());
                }
            }
            deployment.deploy();
        }
    }

    void start(String caseId, Subject subject) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "selection",
                        caseId,
                        Map.of(
                                "caseId", caseId,
                                "framework", subject.framework(),
                                "country", subject.country(),
                                "areaKey", subject.areaKey(),
                                "nominatedBy", subject.parties().get(0),
                                "agreement", "NONE"));
    }

    /** The id of the open task of this key; of several the one of this party. */
    String task(String caseId, String key, String party) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .list()
                .stream()
                .filter(task -> party.equals(engine.getTaskService().getVariable(task.getId(), "party")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    void complete(String task, Map<String, Object> facts) {
        engine.getTaskService().complete(task, facts);
    }

    CountedStatements statements() {
        return statements;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    /** Every framework of the bench has the same two parties. */
    public static final class BareParties {

        public List<String> of(String caseId) {
            return List.of("UNDP", "ILO");
        }

        public List<String> othersThan(String caseId, String agency) {
            return of(caseId).stream().filter(party -> !party.equals(agency)).toList();
        }
    }
}
