package org.tandem.proposal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import org.tandem.cases.CaseId;

/** What a settled divergence says about the budget and binds it (D40). No figure is changed because of it. */
public interface BudgetTerms {

    /** The terms in force; empty when nothing was settled about shares. */
    Optional<Terms> of(CaseId proposal);

    /**
     * @param settledIn the divergence
     * @param shares by organisation, in per cent of what is asked from the fund
     */
    record Terms(CaseId settledIn, SortedMap<String, BigDecimal> shares) {

        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        public Terms {
            BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(ALL) != 0 || shares.values().stream().anyMatch(share -> share.signum() < 0)) {
                throw new IllegalArgumentException("shares must add up to 100: " + shares);
            }
        }
    }
}
