package org.tandem.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A nomination as it is read. */
record NominationView(
        String caseId,
        String framework,
        String country,
        String area,
        String nominatedBy,
        UUID nominator,
        String entryPoint,
        @Nullable String existingCapacity,
        @Nullable String replicable,
        String reasons,
        @Nullable String expectedGain,
        List<String> collaborations,
        @Nullable String noCollaboration,
        @Nullable String absenceExplanation,
        @Nullable String amendments,
        String state,
        List<AgreementView> agreements) {

    record AgreementView(
            String agency,
            UUID person,
            String answer,
            @Nullable String reason,
            Instant at) {}
}
