package org.tandem.frameworks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.frameworks.Framework.Source;

/**
 * A socio-economic assessment in a country (S-078).
 *
 * @param code unique over all frameworks, such as SEIA-JOR
 * @param framework short code
 * @param country ISO alpha-3
 * @param leads agencies and others that lead
 * @param roles what each agency does in it, where the document says so
 * @param version to be sent back when recording, so that nobody overwrites a colleague unseen
 */
public record Assessment(
        String code,
        String framework,
        String country,
        String topic,
        List<String> leads,
        List<String> partners,
        List<AgencyRole> roles,
        AssessmentState state,
        @Nullable String findings,
        int version,
        @Nullable String recordedBy,
        @Nullable Instant recordedAt,
        Source source,
        boolean retired) {

    public record AgencyRole(String agency, String role) {}
}
