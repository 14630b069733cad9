package org.tandem.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Connections to the same database beside the pool: for work that may take longer, or must not wait until one is free. */
class OwnConnections {

    private final HikariDataSource pool;

    OwnConnections(DataSource source) throws SQLException {
        this.pool = source.unwrap(HikariDataSource.class);
    }

    /** Times that stand in the operator's address would win over the properties. */
    private static final Pattern TIMES = Pattern.compile("(?<=[?&])(?:socket|connect|login)Timeout=[^&]*&?");

    /** As long as it takes: migrations, and the wait for another node that starts. */
    DataSource unlimited() {
        Properties properties = properties();
        PGProperty.SOCKET_TIMEOUT.set(properties, 0);
        return new SimpleDriverDataSource(new Driver(), url(), properties);
    }

    /** Gives up when there is no answer within that time. */
    Connection within(Duration patience) throws SQLException {
        Properties properties = properties();
        int seconds = (int) Math.max(1, patience.toSeconds());
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        return new SimpleDriverDataSource(new Driver(), url(), properties).getConnection();
    }

    private String url() {
        return TIMES.matcher(pool.getJdbcUrl()).replaceAll("");
    }

    private Properties properties() {
        Properties properties = new Properties();
        pool.getDataSourceProperties()
                .forEach((name, value) -> properties.setProperty((String) name, String.valueOf(value)));
        if (pool.getUsername() != null) {
            PGProperty.USER.set(properties, pool.getUsername());
        }
        if (pool.getPassword() != null) {
            PGProperty.PASSWORD.set(properties, pool.getPassword());
        }
        return properties;
    }
}
