package org.tandem.platform.database;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.tandem.platform.CannotStart;

/** A build never works on tables that a newer one has changed: it could write what the newer one cannot read. */
final class NewerDatabase {

    private static final Set<MigrationState> UNKNOWN_HERE =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS);

    private NewerDatabase() {}

    static void refuse(MigrationInfo[] migrations) {
        List<String> unknown = Arrays.stream(migrations)
                .filter(migration -> UNKNOWN_HERE.contains(migration.getState()))
                .map(migration -> migration.getVersion() + " (" + migration.getDescription() + ")")
                .toList();
        if (!unknown.isEmpty()) {
            throw new CannotStart(
                    "A newer Tandem has changed this database: this build does not know " + String.join(", ", unknown)
                            + ".",
                    "Start that newer build. To go back to this one, restore the backup taken before the upgrade.");
        }
    }
}
