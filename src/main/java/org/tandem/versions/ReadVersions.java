package org.tandem.versions;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignedIn;

/** Which versions of which process still run, and on how many cases. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadVersions {

    private final Versions versions;
    private final Migrations migrations;

    /** @param migration under way from this version, null when there is none */
    record Running(Version version, long cases, @Nullable Migration migration) {}

    /** @param older those that still have cases, newest first */
    record Flow(String process, Running newest, List<Running> older) {}

    List<Flow> all(SignedIn who) {
        Administrators.require(who);
        return versions.processes().stream().map(this::flow).toList();
    }

    Flow of(String process, SignedIn who) {
        Administrators.require(who);
        return flow(process);
    }

    private Flow flow(String process) {
        List<Version> all = versions.of(process);
        return new Flow(
                process,
                running(all.get(0)),
                all.stream()
                        .skip(1)
                        .map(this::running)
                        .filter(running -> running.cases() > 0)
                        .toList());
    }

    private Running running(Version version) {
        return new Running(
                version,
                versions.running(version),
                migrations.openFrom(version.definition()).orElse(null));
    }
}
