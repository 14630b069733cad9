package org.tandem.platform.database;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** A server of our own when no address is given; everything above sees only a data source. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String DATABASE = "tandem";

    @Bean
    StartLock startLock(DataSource source) {
        return new StartLock(source);
    }

    /** The schemas of engine and application must exist before either looks for its tables. */
    @Bean
    FlywayMigrationStrategy migrateUnderStartLock(StartLock held) {
        return flyway -> {
            NewerDatabase.refuse(flyway.info().all());
            flyway.migrate();
        };
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
