package org.tandem.versions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** Moves of running cases, for machines; administrators. */
@RestController
@RequiredArgsConstructor
class MigrationsApi {

    private static final int ALL = 100_000;

    private final ReadMigration readMigration;
    private final SteerMigration steerMigration;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    record Left(String caseId, String reason) {}

    record Report(
            UUID id,
            String process,
            int from,
            int to,
            Migration.State state,
            MigratingCases.Figures figures,
            int percent,
            UUID askedBy,
            Instant askedAt,
            @Nullable Instant endedAt,
            long workedMillis,
            List<Left> left) {}

    @GetMapping("/api/models/migrations/{migration}")
    Report one(@PathVariable UUID migration) {
        return report(migration, currentPerson.get());
    }

    @PostMapping("/api/models/migrations/{migration}/pause")
    Report pause(@PathVariable UUID migration) {
        return report(steerMigration.pause(migration, currentPerson.get()).id(), currentPerson.get());
    }

    @PostMapping("/api/models/migrations/{migration}/resume")
    Report resume(@PathVariable UUID migration) {
        return report(steerMigration.resume(migration, currentPerson.get()).id(), currentPerson.get());
    }

    @PostMapping("/api/models/migrations/{migration}/stop")
    Report stop(@PathVariable UUID migration) {
        return report(steerMigration.stop(migration, currentPerson.get()).id(), currentPerson.get());
    }

    private Report report(UUID migration, SignedIn who) {
        return report(readMigration.read(migration, ALL, who), translator);
    }

    static Report report(ReadMigration.Progress progress, Translator translator) {
        Migration migration = progress.migration();
        return new Report(
                migration.id(),
                migration.process(),
                migration.fromVersion(),
                migration.toVersion(),
                migration.state(),
                progress.figures(),
                progress.percent(),
                migration.askedBy(),
                migration.askedAt(),
                migration.endedAt(),
                migration.workedMillis(),
                progress.left().stream().map(left -> said(left, translator)).toList());
    }

    static Left said(MigratingCases.Left left, Translator translator) {
        return new Left(left.caseId(), translator.say(left.reason()));
    }
}
