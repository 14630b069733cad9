package org.tandem.platform.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;
import org.tandem.platform.CannotStart;

/** A server of our own when no address is given; everything above sees only a data source. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseLimits.class)
class DatabaseConfiguration {

    private static final String DATABASE = "tandem";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DiskRoom diskRoom() {
        return new DiskRoom();
    }

    @Bean
    static PoolSettings poolSettings(Environment environment, DiskRoom room) {
        return new PoolSettings(environment, room);
    }

    @Bean
    static OneWait.PerRequest oneWaitPerRequest() {
        return new OneWait.PerRequest();
    }

    @Bean
    OwnConnections ownConnections(DataSource pool) throws SQLException {
        return new OwnConnections(pool);
    }

    /** Named as the one it replaces, which asks on a connection of the pool. */
    @Bean
    DatabaseHealth dbHealthIndicator(OwnConnections connections, DataSource pool, DiskRoom room, DatabaseLimits limits)
            throws SQLException {
        return new DatabaseHealth(connections, pool, room, limits);
    }

    @Bean
    StartLock startLock(OwnConnections connections) {
        return new StartLock(connections.unlimited());
    }

    @Bean
    FlywayConfigurationCustomizer migrateWithoutLimits(OwnConnections connections) {
        return flyway -> flyway.dataSource(connections.unlimited());
    }

    /** The schemas of engine and application must exist before either looks for its tables. */
    @Bean
    FlywayMigrationStrategy migrateUnderStartLock(StartLock held) {
        return flyway -> {
            NewerDatabase.refuse(flyway.info().all());
            try {
                flyway.migrate();
            } catch (FlywayMigrateException failure) {
                throw brokenMigration(failure);
            }
        };
    }

    /** Without what the server said of it, which may quote what stands in the tables. */
    private static CannotStart brokenMigration(FlywayMigrateException failure) {
        SQLException said = ExceptionUtils.throwableOfType(failure, SQLException.class);
        return new CannotStart(
                "The migration " + failure.getMigration().getScript() + " failed"
                        + (said == null
                                ? "."
                                : ", SQLState " + said.getSQLState() + ", line " + failure.getLineNumber() + "."),
                "Nothing of it was kept. Keep the log and ask whoever maintains this build; the earlier build still starts.",
                failure);
    }

    static boolean noServerGiven(Environment environment) {
        return !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    static class NoServerGiven implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return noServerGiven(context.getEnvironment());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoServerGiven.class)
    static class Embedded {

        @Bean
        EmbeddedServer embeddedServer(
                @Value("${tandem.data}") Path data, @Value("${tandem.server-programs}") Path programs) {
            EmbeddedServer server = EmbeddedServer.start(data, programs, Map.of());
            server.createDatabase(DATABASE);
            return server;
        }

        @Bean
        JdbcConnectionDetails connectionDetails(EmbeddedServer server) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return server.user();
                }

                @Override
                public String getPassword() {
                    return server.pass();
                }

                @Override
                public String getJdbcUrl() {
                    return server.url(DATABASE);
                }
            };
        }
    }
}
