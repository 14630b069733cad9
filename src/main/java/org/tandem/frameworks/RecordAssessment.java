package org.tandem.frameworks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.UuidV7;

/** An office records how far an assessment is and what it found. */
@UseCase
@RequiredArgsConstructor
class RecordAssessment {

    private final AssessmentProgresses progresses;
    private final Frameworks frameworks;
    private final FrameworkRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final UuidV7 ids;

    /** @param seenVersion the version the reader had before their eyes */
    void record(String code, AssessmentState state, @Nullable String findings, int seenVersion, SignedIn by) {
        AssessmentProgress progress = progresses
                .findByCode(code)
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noAssessment", code));
        Framework framework = frameworks
                .byShortCode(progress.framework())
                .orElseThrow(() -> Refused.notFound("frameworks.refused.noAssessment", code));
        if (!rights.mayRecord(by, framework, progress.country())) {
            throw Refused.forbidden("frameworks.refused.notYourAssessment");
        }
        AssessmentState before = progress.state();
        Instant now = clock.instant();
        progress.record(state, clean(findings), seenVersion, by, now);
        progresses.saveAndFlush(progress);
        keep(progress, before, by, now);
    }

    private void keep(AssessmentProgress progress, AssessmentState before, SignedIn by, Instant at) {
        jdbc.sql("insert into tandem.assessment_record"
                        + " (id, assessment, from_state, to_state, findings, recorded_by, recorded_by_name, recorded_at)"
                        + " values (:id, :code, :before, :after, :findings, :person, :name, :at)")
                .param("id", ids.next())
                .param("code", progress.code())
                .param("before", before.name())
                .param("after", progress.state().name())
                .param("findings", progress.findings())
                .param("person", by.personId())
                .param("name", by.displayName())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /** The state of this name, as a form or a machine sends it. */
    static AssessmentState state(String name) {
        return Arrays.stream(AssessmentState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid("state", "frameworks.refused.unknownState"));
    }

    /** Line ends as one character, no control characters, nothing for nothing. */
    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean =
                text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        return clean.isEmpty() ? null : clean;
    }
}
