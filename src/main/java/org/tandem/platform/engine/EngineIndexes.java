package org.tandem.platform.engine;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.platform.database.LongWork;

/**
 * Indexes the engine's own tables come without: each completion asks for subtasks by their parent, and each migration for what
 * a process instance waits for. Without them both read the whole table, so that the cost grows with the open tasks of all.
 */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

    private static final Map<String, String> INDEXES = Map.of(
            "tandem_task_by_parent",
            "act_ru_task (parent_task_id_) where parent_task_id_ is not null",
            "tandem_event_subscr_by_process",
            "act_ru_event_subscr (proc_inst_id_)");

    /** The same on every node, so that two that start together do not build the same index. */
    private static final long LOCK = 7_240_001L;

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DataSource tables = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource();
        JdbcClient jdbc = JdbcClient.create(tables);
        new TransactionTemplate(new DataSourceTransactionManager(tables)).executeWithoutResult(status -> {
            LongWork.allow(new JdbcTemplate(tables));
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            INDEXES.forEach((name, columns) -> {
                if (isMissing(jdbc, name)) {
                    jdbc.sql("create index " + name + " on " + columns).update();
                }
            });
        });
    }

    /** Asked first: creating it “if not exists” would wait for everybody who is writing. */
    private static boolean isMissing(JdbcClient jdbc, String name) {
        return jdbc.sql("select to_regclass(?) is null")
                .param(name)
                .query(Boolean.class)
                .single();
    }
}
