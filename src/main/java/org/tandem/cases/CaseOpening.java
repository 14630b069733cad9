package org.tandem.cases;

import java.util.UUID;

/** What is needed to open a case. */
public record CaseOpening(
        CaseId id,
        String kind,
        String framework,
        String area,
        String country,
        String state,
        int priority,
        UUID openedBy,
        String openedFor) {}
