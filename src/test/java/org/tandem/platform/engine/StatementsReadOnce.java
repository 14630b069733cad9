package org.tandem.platform.engine;

import java.util.HashSet;
import java.util.Set;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.context.annotation.Bean;

/**
 * The engine's SQL, as {@link EngineStatements} reads it ahead, read once for all applications of a test run: it is most of
 * the work of a start and of the memory of an application. Each has a database of its own; what they share knows none. No
 * configuration that is found by itself: the tests of the engine alone let it read for itself.
 */
public class StatementsReadOnce {

    private static Configuration shared;

    @Bean
    ProcessEnginePlugin statementsOfAllApplications() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setSqlSessionFactory(new DefaultSqlSessionFactory(onDatabaseOf(engine)));
            }
        };
    }

    private static synchronized Configuration onDatabaseOf(ProcessEngineConfigurationImpl engine) {
        if (shared == null) {
            new EngineStatements().giveTo(engine);
            shared = engine.getSqlSessionFactory().getConfiguration();
            shared.setEnvironment(null);
        }
        Configuration own =
                new Configuration(new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
        own.setDefaultExecutorType(shared.getDefaultExecutorType());
        // By its full and its short name; what stands there for a short name that two have is no statement.
        Set<Object> found = new HashSet<>(shared.getMappedStatements());
        found.stream()
                .filter(MappedStatement.class::isInstance)
                .forEach(statement -> own.addMappedStatement((MappedStatement) statement));
        return own;
    }
}
