package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.proposal.Proposal;

/**
 * What the intended fund and its call say about budgets (D42). What is not known is null, never zero.
 *
 * @param rate of indirect costs at most, in per cent
 * @param usualRate what is computed with where the fund's rate is not known: that of most funds
 * @param ceiling of what is asked from the fund
 * @param ceilingSure whether it was read in a source, and not derived or remembered
 * @param minimumShare of each organisation, in per cent of what is asked
 */
record BudgetRules(
        @Nullable BigDecimal rate,
        BigDecimal usualRate,
        @Nullable BigDecimal ceiling,
        boolean ceilingSure,
        @Nullable BigDecimal minimumShare) {

    static BudgetRules of(Funds funds, Calls calls, Proposal proposal) {
        Optional<Fund> fund = Optional.ofNullable(proposal.fund()).flatMap(funds::find);
        Optional<Call> call = calls.find(proposal.call());
        BigDecimal ofFund = fund.map(Fund::details)
                .map(details -> number(details, "project_budget", "max"))
                .orElse(null);
        BigDecimal ofCall = call.flatMap(Call::ceiling).orElse(null);
        return new BudgetRules(
                fund.map(known -> known.fees().indirect())
                        .map(BigDecimal::valueOf)
                        .orElse(null),
                Optional.ofNullable(
                                number(funds.commonRules(), "common_fee_rules", "indirect_support_cost_pct", "value"))
                        .orElse(BigDecimal.ZERO),
                ofCall == null ? ofFund : ofCall,
                ofCall == null || call.orElseThrow().isSure(Call.CEILING),
                fund.map(Fund::details)
                        .map(details -> number(details, "minimum_share_pct"))
                        .orElse(null));
    }

    BigDecimal rateToUse() {
        return rate == null ? usualRate : rate;
    }

    private static @Nullable BigDecimal number(Map<?, ?> data, String... path) {
        Object value = data;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }
}
