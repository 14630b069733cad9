package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes of the packaged application on one database. */
class TwoNodesIT {

    @TempDir
    Path logs;

    @Test
    void setUpAnEmptyDatabaseTogether() throws SQLException {
        String database = TestDatabases.create();

        try (RunningApplication one = start(database);
                RunningApplication two = start(database)) {
            one.awaitReady();
            two.awaitReady();

            assertThat(one.log()).doesNotContain("ERROR");
            assertThat(two.log()).doesNotContain("ERROR");
        }

        assertThat(duplicates(
                        database, "select name_ from engine.act_re_deployment group by name_ having count(*) > 1"))
                .isEmpty();
        assertThat(duplicates(
                        database,
                        "select key_ from engine.act_re_procdef group by key_ having count(*) > 1"
                                + " union select key_ from engine.act_re_decision_def group by key_ having count(*) > 1"
                                + " union select key_ from engine.act_re_camformdef group by key_ having count(*) > 1"))
                .isEmpty();
        assertThat(duplicates(
                        database,
                        "select version from tandem.flyway_schema_history group by version having count(*) > 1"
                                + " union select description from tandem.flyway_schema_history where not success"))
                .isEmpty();
    }

    private RunningApplication start(String database) {
        return RunningApplication.start(logs, RunningApplication.freePort(), TestDatabases.properties(database));
    }

    private static List<String> duplicates(String database, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabases.server().connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
