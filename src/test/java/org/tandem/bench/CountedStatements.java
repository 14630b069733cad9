package org.tandem.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database, by text, while it is switched on; a batch counts once, as it travels once. Switched
 * off it hands out the connections untouched, so that nothing measured carries its weight.
 */
final class CountedStatements implements BeanPostProcessor {

    static final String COMMIT = "commit";

    private final Map<String, Count> byText = new ConcurrentHashMap<>();
    private volatile boolean on;

    /** How often a statement was sent, and how long it took until its answer was there. */
    record Count(String text, long times, long nanos) {

        Count plus(Count other) {
            return new Count(text, times + other.times, nanos + other.nanos);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(source) : bean;
    }

    DataSource counted(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                Connection connection = super.getConnection();
                return on ? watched(Connection.class, connection, "") : connection;
            }
        };
    }

    /** @return what the work sent */
    List<Count> during(Samples.Work work) throws Exception {
        byText.clear();
        on = true;
        try {
            work.run();
        } finally {
            on = false;
        }
        return byText.values().stream()
                .sorted(Comparator.comparingLong(Count::nanos).reversed())
                .toList();
    }

    private <T> T watched(Class<T> type, T target, String text) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        long begin = System.nanoTime();
                        Object result = method.invoke(target, arguments);
                        String sent = arguments != null && arguments.length > 0 && arguments[0] instanceof String first
                                ? first
                                : text;
                        if (result instanceof PreparedStatement prepared) {
                            return watched(PreparedStatement.class, prepared, sent);
                        }
                        if (result instanceof Statement statement) {
                            return watched(Statement.class, statement, "");
                        }
                        if (method.getName().startsWith("execute")
                                || method.getName().equals(COMMIT)) {
                            count(method.getName().equals(COMMIT) ? COMMIT : sent, System.nanoTime() - begin);
                        }
                        return result;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }

    private void count(String text, long nanos) {
        String line = text.replaceAll("\\s+", " ").strip();
        byText.merge(line, new Count(line, 1, nanos), Count::plus);
    }
}
