package org.tandem.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.TandemApplication;
import org.tandem.platform.database.EmbeddedServer;

/** The whole of Tandem in this process, with the demo roster, on a database of its own. */
final class Application implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Application(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param properties name, value, name, value …; jobs and sweeps rest unless these say otherwise */
    static Application start(String database, String... properties) {
        Map<String, String> all = new LinkedHashMap<>(databaseOf(database));
        all.put("server.port", "0");
        all.put("tandem.demo", "true");
        all.put("tandem.sweep.first", "PT24H");
        all.put("tandem.imports.first", "PT24H");
        all.put("logging.level.org.tandem", "warn");
        all.put("camunda.bpm.job-execution.enabled", "false");
        // A million tasks are written through its connections.
        all.put("tandem.database.statement", "0s");
        all.put("spring.datasource.hikari.data-source-properties.socketTimeout", "0");
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return new Application(new SpringApplicationBuilder(TandemApplication.class)
                .registerShutdownHook(false)
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("withoutTests", new WithoutTests());
                    started.getBeanFactory().registerSingleton("countedStatements", new CountedStatements());
                })
                .run(all.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new)));
    }

    private static Map<String, String> databaseOf(String name) {
        EmbeddedServer server = BenchDatabases.server();
        return Map.of(
                "spring.datasource.url", server.url(name),
                "spring.datasource.username", server.user(),
                "spring.datasource.password", server.pass());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
