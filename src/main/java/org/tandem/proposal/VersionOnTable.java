package org.tandem.proposal;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.forms.Option;

/** The one version that can be reviewed or cleared: an answer that names another one is refused. */
@Component
@RequiredArgsConstructor
class VersionOnTable {

    private final FrozenVersions versions;
    private final Translator translator;

    /** By its fingerprint, as the choice of a form. */
    Map<String, List<Option>> options(CaseId id) {
        return Map.of(
                "versions",
                versions.latest(id).stream()
                        .map(frozen -> new Option(frozen.fingerprint(), label(frozen)))
                        .toList());
    }

    /** Whoever has an earlier version before them sees that it is another one now. */
    private String label(FrozenVersion frozen) {
        return frozen.number() == 1
                ? translator.say("proposal.version", 1, frozen.shortFingerprint())
                : translator.say(
                        "proposal.versionAfter", frozen.number(), frozen.shortFingerprint(), frozen.number() - 1);
    }
}
