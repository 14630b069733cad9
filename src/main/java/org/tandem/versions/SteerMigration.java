package org.tandem.versions;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Pauses a migration after its present batch, lets it go on, or ends it where it is: what was moved stays moved. */
@UseCase
@RequiredArgsConstructor
class SteerMigration {

    private final Migrations migrations;

    Migration pause(UUID id, SignedIn by) {
        return steer(id, List.of(Migration.State.RUNNING), Migration.State.PAUSED, by);
    }

    Migration resume(UUID id, SignedIn by) {
        return steer(id, List.of(Migration.State.PAUSED), Migration.State.RUNNING, by);
    }

    Migration stop(UUID id, SignedIn by) {
        return steer(id, List.of(Migration.State.RUNNING, Migration.State.PAUSED), Migration.State.STOPPED, by);
    }

    private Migration steer(UUID id, List<Migration.State> from, Migration.State to, SignedIn by) {
        Administrators.require(by);
        Migration migration = migrations.find(id).orElseThrow(SteerMigration::unknown);
        if (!migrations.steer(id, from, to, by.personId()) && migration.state() != to) {
            throw Refused.conflict("models.refused.steer." + migration.state());
        }
        return migrations.find(id).orElseThrow();
    }

    static Refused unknown() {
        return Refused.notFound("models.refused.unknownMigration");
    }
}
