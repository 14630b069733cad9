package org.tandem.proposal.budget;

import org.tandem.proposal.Proposal;

/** How many years a budget has. */
final class BudgetYears {

    /** As long as nobody has said how long the programme lasts. */
    private static final int USUAL = 3;

    private static final int MONTHS = 12;

    private BudgetYears() {}

    /** By the months of the programme; 0 when they are not known. */
    static int planned(Proposal proposal) {
        Integer months = proposal.months();
        return months == null ? 0 : Math.min((months + MONTHS - 1) / MONTHS, BudgetPlace.MOST_YEARS);
    }

    /** With those that hold something already. */
    static int shown(Proposal proposal, Budget budget) {
        int planned = planned(proposal);
        return Math.max(planned == 0 ? USUAL : planned, budget.lastYear());
    }
}
