package org.tandem.bench;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The application that several parts measure in this process, with its people and subjects; started by the first of them. */
final class Bed {

    private static final String DATABASE = "bench";

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
            bed = new Bed(Application.start(BenchDatabases.fresh(DATABASE)));
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

    /** Takes the application and its database away. */
    static synchronized void clear() throws SQLException {
        if (bed != null) {
            bed.application.close();
            bed = null;
            BenchDatabases.drop(DATABASE);
        }
    }
}
