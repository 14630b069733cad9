package org.tandem.versions;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;

/** How far a migration is, and in the end its report. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadMigration {

    private final Migrations migrations;
    private final MigratingCases cases;
    private final Versions versions;

    /** @param left cases that could not be moved, with the reason; as many as were asked for */
    record Progress(
            Migration migration,
            Version from,
            Version to,
            MigratingCases.Figures figures,
            List<MigratingCases.Left> left) {

        /** Of a hundred. */
        public int percent() {
            return figures.all() == 0 ? 100 : (int) ((figures.all() - figures.waiting()) * 100 / figures.all());
        }
    }

    Progress read(UUID id, int most, SignedIn who) {
        Administrators.require(who);
        return progress(migrations.find(id).orElseThrow(SteerMigration::unknown), most);
    }

    /** All of a process, newest first. */
    List<Progress> of(String process, SignedIn who) {
        Administrators.require(who);
        return migrations.of(process).stream()
                .map(migration -> progress(migration, 0))
                .toList();
    }

    private Progress progress(Migration migration, int most) {
        return new Progress(
                migration,
                versions.of(migration.process(), migration.fromVersion()),
                versions.of(migration.process(), migration.toVersion()),
                cases.figures(migration.id()),
                cases.left(migration.id(), most));
    }
}
