package org.tandem.models.tables;

import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** What can be wrong with the rules of a table taken together. */
@Getter
@RequiredArgsConstructor
public enum TableFlaw {
    /** For some input no rule answers. */
    GAP("Add a rule for it, or widen one."),
    /** For some input more rules answer than the hit policy allows, or a rule never gets its turn. */
    OVERLAP("Narrow one of the rules, or choose another hit policy.");

    private final String remedy;
}
