package org.tandem.proposal.budget;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.divergence.DisputedPlaces;
import org.tandem.funds.Calls;
import org.tandem.funds.Funds;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.Organisation;
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.ProposalFrame;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.ReadProposal;
import org.tandem.proposal.Writers;

/** The budget of a proposal, for whoever may read it. */
@UseCase
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadBudget {

    private final ReadProposal read;
    private final Organisations participants;
    private final Budgets budgets;
    private final Writers writers;
    private final Funds funds;
    private final Calls calls;
    private final DisputedPlaces disputed;

    /**
     * @param organisations by code, those who take part and those with amounts
     * @param years how many are shown
     * @param disputedIn the divergence that has to be settled before anybody writes, null when there is none
     */
    record Seen(
            ProposalFrame frame,
            Budget budget,
            BudgetSums sums,
            BudgetRules rules,
            Map<String, Organisation> organisations,
            int years,
            Optional<Budgets.Saved> saved,
            @Nullable CaseId disputedIn) {}

    Seen of(CaseId id, SignedIn who) {
        ProposalFrame frame = read.frame(id, who);
        Budget budget = budgets.of(id);
        BudgetRules rules = BudgetRules.of(funds, calls, frame.proposal());
        Map<String, Organisation> organisations = new LinkedHashMap<>();
        participants.of(id).forEach(one -> organisations.put(one.code(), one));
        budget.organisations().forEach(code -> organisations.putIfAbsent(code, new Organisation(code, code, null)));
        return new Seen(
                frame,
                budget,
                new BudgetSums(budget, rules.rateToUse()),
                rules,
                organisations,
                BudgetYears.shown(frame.proposal(), budget),
                budgets.lastSaved(id),
                Stream.of(Places.BUDGET, Places.WHOLE)
                        .map(disputed.of(id)::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** The same, for whoever may write it now. */
    Seen toWrite(CaseId id, SignedIn who) {
        Seen seen = of(id, who);
        if (!writers.mayWrite(seen.frame().view(), who)) {
            throw ProposalRefused.notAWriter();
        }
        if (!seen.frame().mayWrite()) {
            throw ProposalRefused.notWritten();
        }
        return seen;
    }
}
