package org.tandem.frameworks;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** How far an assessment is and what it found, as the offices record it. */
@Entity
@Table(name = "assessment")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AssessmentProgress {

    static final int FINDINGS_LIMIT = 4000;

    @Getter
    @Id
    private String code = "";

    @Getter
    private String framework = "";

    @Getter
    private String country = "";

    @Getter
    @Enumerated(EnumType.STRING)
    private AssessmentState state = AssessmentState.PROPOSED;

    private @Nullable String findings;

    @Version
    private int version;

    private @Nullable UUID recordedBy;
    private @Nullable String recordedByName;
    private @Nullable Instant recordedAt;

    AssessmentProgress(String code, String framework, String country, AssessmentState state) {
        this.code = code;
        this.framework = framework;
        this.country = country;
        this.state = state;
    }

    /** @param seenVersion the version the reader had before their eyes */
    void record(AssessmentState to, @Nullable String found, int seenVersion, SignedIn by, Instant at) {
        if (seenVersion != version) {
            throw Refused.conflict("frameworks.refused.assessmentMoved");
        }
        if (to == AssessmentState.DONE && found == null) {
            throw Refused.invalid("findings", "frameworks.refused.findingsMissing");
        }
        if (found != null && found.length() > FINDINGS_LIMIT) {
            throw Refused.invalid("findings", "frameworks.refused.findingsTooLong", FINDINGS_LIMIT);
        }
        if (to == state && Objects.equals(found, findings)) {
            throw Refused.invalid("state", "frameworks.refused.nothingChanged");
        }
        state = to;
        findings = found;
        recordedBy = by.personId();
        recordedByName = by.displayName();
        recordedAt = at;
    }

    @Nullable
    String findings() {
        return findings;
    }
}
