package org.tandem.bench;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The application that several parts measure in this process, with its people and subjects; started by the first of them. */
final class Bed {

    static final String DATABASE = "bench";

    private static @Nullable Bed bed;

    private final Application application;
    private final Cast cast;
    private final Subjects subjects;

    private Bed(Application application) {
        this.application = application;
        this.cast = new Cast(application);
        this.subjects = new Subjects(application, cast);
    }

    static synchronized Bed made() throws SQLException {
        if (bed == null) {
            bed = new Bed(Application.start(
                    BenchDatabases.fresh(DATABASE), "spring.datasource.hikari.allow-pool-suspension", "true"));
        }
        return bed;
    }

    Application application() {
        return application;
    }

    Cast cast() {
        return cast;
    }

    Subjects subjects() {
        return subjects;
    }

    /** Copies the database as it now is; PostgreSQL does that only while nobody is connected. */
    void copyTo(String name) throws SQLException, InterruptedException {
        HikariPoolMXBean pool = application
                .bean(DataSource.class)
                .unwrap(HikariDataSource.class)
                .getHikariPoolMXBean();
        pool.suspendPool();
        try {
            while (pool.getTotalConnections() > 0) {
                pool.softEvictConnections();
                Thread.sleep(10);
            }
            BenchDatabases.copy(DATABASE, name);
        } finally {
            pool.resumePool();
        }
    }

    /** Stops the application; its database stays until the next one is made. */
    static synchronized void rest() {
        if (bed != null) {
            bed.application.close();
            bed = null;
        }
    }
}
