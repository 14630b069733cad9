package org.tandem.platform.engine;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.springframework.boot.BootstrapRegistry;
import org.springframework.boot.BootstrapRegistryInitializer;

/**
 * The engine's SQL, read from its forty XML files while the rest of Tandem starts. It is a third of the work of a start and
 * needs nothing but the files, so the second processor does it: ready after 6.8 instead of 9.0 seconds (docs/performance.md).
 */
public final class EngineStatements implements BootstrapRegistryInitializer {

    private final AtomicReference<FutureTask<Configuration>> reading =
            new AtomicReference<>(new FutureTask<>(EngineStatements::read));

    /** Begins to read at once; hands itself to the application as a bean. */
    @Override
    public void initialize(BootstrapRegistry registry) {
        Thread reader = new Thread(reading.get(), "engine-statements");
        reader.setDaemon(true);
        reader.start();
        registry.addCloseListener(
                closed -> closed.getApplicationContext().getBeanFactory().registerSingleton("engineStatements", this));
    }

    /** Gives an engine what was read. A second engine reads for itself: what was read belongs to one database. */
    void giveTo(ProcessEngineConfigurationImpl engine) {
        FutureTask<Configuration> mine = reading.getAndSet(null);
        if (mine != null) {
            Configuration statements = result(mine);
            statements.setEnvironment(
                    new Environment("default", new ManagedTransactionFactory(), engine.getDataSource()));
            statements.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
            if (engine.isJdbcBatchProcessing()) {
                statements.setDefaultExecutorType(ExecutorType.BATCH);
            }
            engine.setSqlSessionFactory(new DefaultSqlSessionFactory(statements));
        }
    }

    /** As the engine itself does for PostgreSQL, tables without a prefix. */
    private static Configuration read() throws Exception {
        Properties words = new Properties();
        words.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(words, "", DbSqlSessionFactory.POSTGRES);
        try (Reader file = new InputStreamReader(
                ReflectUtil.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE),
                StandardCharsets.UTF_8)) {
            return new XMLConfigBuilder(file, "", words).parse();
        }
    }

    private static Configuration result(FutureTask<Configuration> reading) {
        reading.run(); // does nothing when it has begun
        try {
            return reading.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while it started", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the engine's SQL cannot be read", failed.getCause());
        }
    }
}
