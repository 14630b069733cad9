package org.tandem.selection;

import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;

/** A selection case has reached a new state. */
public record CountryMoved(
        CaseId caseId, String state, @Nullable String reason) {}
