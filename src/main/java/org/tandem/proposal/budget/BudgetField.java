package org.tandem.proposal.budget;

import java.util.List;

/** What can stand at a place of a budget. */
enum BudgetField {
    /** Asked from the fund. */
    REQUESTED,
    /** The organisation's own contribution. */
    OWN,
    /** What others contribute. */
    OTHER,
    DESCRIPTION,
    /** Of indirect costs, in per cent of direct costs. */
    RATE,
    /** What an organisation asks from the fund in all years, where that was agreed. */
    FIXED_TOTAL;

    static final List<BudgetField> SOURCES = List.of(REQUESTED, OWN, OTHER);

    boolean isSource() {
        return SOURCES.contains(this);
    }
}
