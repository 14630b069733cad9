package org.tandem.proposal.budget;

import static org.tandem.proposal.Finding.Weight.BLOCKER;
import static org.tandem.proposal.Finding.Weight.WARNING;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.Calls;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.proposal.BudgetTerms;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ReadinessCheck;
import org.tandem.proposal.Requested;

/** What a budget lacks, or where it goes beyond fund, call, time or what was settled. Rules are named as in the data. */
@Component
@RequiredArgsConstructor
class BudgetReadiness implements ReadinessCheck, Requested {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static final String CEILING_RULE = "R11";

    private final Budgets budgets;
    private final Organisations participants;
    private final Funds funds;
    private final Calls calls;
    private final ProposalTemplates templates;
    private final Cases cases;
    private final ObjectProvider<BudgetTerms> terms;

    @Override
    public List<Finding> findings(Proposal proposal) {
        CaseId id = new CaseId(proposal.caseId());
        Budget budget = budgets.of(id);
        List<String> parties = cases.parties(cases.find(id).orElseThrow().framework());
        Map<String, String> names = new LinkedHashMap<>();
        participants.of(id).forEach(one -> names.put(one.code(), one.shortName()));
        Looked looked = new Looked(id, parties, names, budget, BudgetRules.of(funds, calls, proposal));
        if (budget.organisations().isEmpty()) {
            looked.found(BLOCKER, "budget", null, "none");
            return looked.findings;
        }
        looked.at(names.keySet());
        looked.atYears(BudgetYears.planned(proposal));
        looked.atCeiling(templates
                .find(proposal.template())
                .filter(form -> form.rules().contains(CEILING_RULE))
                .isPresent());
        terms.stream().flatMap(port -> port.of(id).stream()).forEach(looked::at);
        return looked.findings;
    }

    @Override
    public @Nullable BigDecimal requested(Proposal proposal) {
        Budget budget = budgets.of(new CaseId(proposal.caseId()));
        return budget.organisations().isEmpty()
                ? null
                : new BudgetSums(budget, BudgetRules.of(funds, calls, proposal).rateToUse()).requested();
    }

    /** A budget has only harmonised categories and no line for a fee, so those rules are kept by themselves. */
    @Override
    public Set<String> judges(Proposal proposal) {
        BudgetRules rules = BudgetRules.of(funds, calls, proposal);
        Set<String> judged = new HashSet<>(Set.of("R07", "R08", "R09", "R10", "R12"));
        if (rules.rate() != null) {
            judged.add("R06");
        }
        if (rules.ceiling() != null && rules.ceilingSure()) {
            judged.add(CEILING_RULE);
        }
        return judged;
    }

    /** One look at one budget. */
    @RequiredArgsConstructor
    private static final class Looked {

        private final CaseId id;
        private final List<String> parties;
        private final Map<String, String> names;
        private final Budget budget;
        private final BudgetRules rules;
        private final List<Finding> findings = new ArrayList<>();

        private BudgetSums sums() {
            return new BudgetSums(budget, rules.rateToUse());
        }

        void at(Set<String> organisations) {
            BudgetSums sums = sums();
            SortedMap<String, BigDecimal> shares = sums.shares(BudgetField.REQUESTED);
            for (String code : organisations) {
                BigDecimal rate = budget.of(code, BudgetField.RATE);
                BigDecimal fixed = budget.of(code, BudgetField.FIXED_TOTAL);
                BigDecimal asked = sums.of(code, BudgetSums.ALL, 0, BudgetField.REQUESTED);
                BigDecimal least = rules.minimumShare();
                if (sums.of(code, BudgetSums.ALL, 0, null).signum() == 0) {
                    found(WARNING, "R12", code, "noRows");
                } else if (rate != null && rules.rate() != null && rate.compareTo(rules.rate()) > 0) {
                    found(BLOCKER, "R06", code, "rate", rate, rules.rate());
                }
                if (fixed != null && fixed.compareTo(asked) != 0) {
                    found(BLOCKER, "R07", code, "fixedTotal", shown(fixed), shown(asked));
                }
                if (least != null && shares.getOrDefault(code, BigDecimal.ZERO).compareTo(least) < 0) {
                    found(BLOCKER, "minimumShare", code, "minimumShare", least);
                }
            }
            budget.organisations().stream()
                    .filter(code -> !organisations.contains(code))
                    .forEach(code -> found(BLOCKER, "organisations", code, "notIn"));
        }

        void atYears(int planned) {
            if (planned > 0 && budget.lastYear() > planned) {
                found(BLOCKER, "R08", null, "years", budget.lastYear(), planned);
            }
        }

        /** @param ruled whether the form has a rule about it; a ceiling that is sure blocks in any form */
        void atCeiling(boolean ruled) {
            BigDecimal asked = sums().requested();
            BigDecimal ceiling = rules.ceiling();
            if (ceiling != null && asked.compareTo(ceiling) > 0) {
                boolean sure = rules.ceilingSure();
                found(
                        sure ? BLOCKER : WARNING,
                        sure && ruled ? CEILING_RULE : "ceiling",
                        null,
                        "ceiling",
                        shown(asked),
                        shown(ceiling));
            }
        }

        /** Met to the cent: a share of a total is seldom a whole number of cents. */
        void at(BudgetTerms.Terms settled) {
            BudgetSums sums = sums();
            settled.shares().forEach((code, share) -> {
                BigDecimal wanted = sums.requested().multiply(share).movePointLeft(2);
                BigDecimal asked = sums.of(code, BudgetSums.ALL, 0, BudgetField.REQUESTED);
                if (wanted.subtract(asked).abs().compareTo(CENT) >= 0) {
                    found(
                            BLOCKER,
                            "terms",
                            code,
                            "terms",
                            share,
                            settled.settledIn().value(),
                            shown(wanted.setScale(2, RoundingMode.HALF_UP)),
                            shown(asked));
                }
            });
        }

        private static String shown(BigDecimal amount) {
            return BudgetInput.shown(amount, LocaleContextHolder.getLocale());
        }

        private void found(Finding.Weight weight, String rule, @Nullable String code, String why, Object... args) {
            List<Object> all = new ArrayList<>(List.of(args));
            if (code != null) {
                all.add(0, MessageArgument.agency(names.getOrDefault(code, code)));
            }
            findings.add(new Finding(
                    weight,
                    rule,
                    new Message("proposal.budget.finding." + why, all),
                    Places.BUDGET,
                    "/proposal/" + id + "/budget" + (code == null ? "" : "#" + code),
                    code != null && parties.contains(code) ? code : null));
        }
    }
}
