package org.tandem.vetting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.CompleteTask;
import org.tandem.tasks.forms.FormInput;
import org.tandem.vetting.DecisionResult.Outcome;

/**
 * Several decisions sent together. No use case of its own: each decision is one transaction, completed like any other task,
 * so that one refusal leaves the others standing.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class DecideCountries {

    private final CompleteTask completeTask;
    private final GivenVotes givenVotes;

    List<DecisionResult> decide(List<CountryDecision> decisions, SignedIn who) {
        return each(decisions, who, this::complete);
    }

    /** What would become of them, with nothing recorded. */
    List<DecisionResult> check(List<CountryDecision> decisions, SignedIn who) {
        return each(decisions, who, this::check);
    }

    private interface Step {
        void take(CountryDecision decision, SignedIn who);
    }

    private List<DecisionResult> each(List<CountryDecision> decisions, SignedIn who, Step step) {
        if (decisions.size() > CompareCountries.MOST) {
            throw VettingRefused.tooMany(CompareCountries.MOST);
        }
        Set<String> seen = new HashSet<>();
        List<DecisionResult> results = new ArrayList<>();
        for (CountryDecision decision : decisions) {
            results.add(
                    seen.add(decision.caseId() + "/" + decision.task())
                            ? one(decision, who, step)
                            : new DecisionResult(decision, Outcome.REFUSED, VettingRefused.twice()));
        }
        return results;
    }

    private DecisionResult one(CountryDecision decision, SignedIn who, Step step) {
        try {
            step.take(decision, who);
            return new DecisionResult(decision, Outcome.RECORDED, null);
        } catch (RuntimeException thrown) {
            Optional<Refused> refused = Refused.in(thrown);
            if (refused.isPresent() && !givenVotes.holds(decision, who)) {
                return new DecisionResult(decision, Outcome.REFUSED, refused.get());
            }
            if (refused.isPresent()) {
                return new DecisionResult(decision, Outcome.RECORDED_BEFORE, null);
            }
            LOG.error("A decision on {} could not be recorded", decision.caseId(), thrown);
            return new DecisionResult(decision, Outcome.FAILED, null);
        }
    }

    private void complete(CountryDecision decision, SignedIn who) {
        completeTask.complete(
                new CaseId(decision.caseId()), VettingProcess.VET_COUNTRY, decision.task(), input(decision), who);
    }

    private void check(CountryDecision decision, SignedIn who) {
        completeTask.check(
                new CaseId(decision.caseId()), VettingProcess.VET_COUNTRY, decision.task(), input(decision), who);
    }

    private static FormInput input(CountryDecision decision) {
        if (decision.decision() == null) {
            throw VettingRefused.undecided();
        }
        return FormInput.ofValues(Map.of(
                "decision",
                decision.decision().name(),
                decision.decision().field(),
                decision.reason() == null ? "" : decision.reason()));
    }
}
