package org.tandem.vetting;

import org.jspecify.annotations.Nullable;

/**
 * What a director wants to do with one of several countries; as it was sent, nothing checked.
 *
 * @param task the task it was decided on; null for the one that is open
 * @param reason the conditions of an approval, the reason for declining, or the question that goes with a return
 */
record CountryDecision(
        String caseId,
        @Nullable String task,
        @Nullable Vote decision,
        @Nullable String reason) {}
