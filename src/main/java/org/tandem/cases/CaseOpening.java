package org.tandem.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to open a case.
 *
 * @param kind word of the stage it belongs to, also its first process
 * @param parent the case it came up on, null when it stands for itself
 */
public record CaseOpening(
        CaseId id,
        String kind,
        @Nullable String parent,
        CaseSubject subject,
        String state,
        int priority,
        UUID openedBy,
        String openedFor) {}
