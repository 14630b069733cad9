package org.tandem.proposal.readiness;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.funds.ProposalRule;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Finding.Weight;
import org.tandem.proposal.Organisations;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ReadinessCheck;

/** Rules of the form of the fund that go by the facts of the whole: how many organisations, how long, which country. */
@Component
@RequiredArgsConstructor
class FormRules implements ReadinessCheck {

    private static final String CALL = "call is ";

    private final ProposalTemplates templates;
    private final Cases cases;
    private final Countries countries;
    private final Consultations consultations;
    private final Organisations organisations;

    /** What is known of the whole, by the names the rules have for it; null when it is not known yet. */
    private Map<String, @Nullable Object> facts(Proposal proposal) {
        CaseId id = new CaseId(proposal.caseId());
        CaseView view = cases.find(id).orElseThrow();
        Map<String, @Nullable Object> facts = new HashMap<>();
        facts.put("organisations.un.count", organisations.of(id).size());
        facts.put("duration_months", proposal.months());
        facts.put("country.sids", view.countries().stream().allMatch(iso -> countries
                .find(iso)
                .filter(Country::sids)
                .isPresent()));
        facts.put("countries.count", view.countries().size());
        facts.put("endorsements.government", consultations.endorsed(id) ? true : null);
        return facts;
    }

    @Override
    public List<Finding> findings(Proposal proposal) {
        Map<String, @Nullable Object> facts = facts(proposal);
        String overview = "/proposal/" + proposal.caseId();
        Stream<Finding> broken = rules(proposal)
                .filter(rule -> facts.containsKey(rule.check().field()))
                .filter(rule -> applies(rule, proposal, facts).orElse(false))
                .filter(rule -> !isMet(rule.check(), facts.get(rule.check().field())))
                .map(rule -> finding(
                        proposal,
                        Weight.BLOCKER,
                        rule.id(),
                        Message.of("proposal.readiness.notMet", RuleLine.words(rule)),
                        rule.check().field()));
        Stream<Finding> noDates = proposal.startsOn() == null || proposal.months() == null
                ? Stream.of(new Finding(
                        Weight.WARNING,
                        "DATES",
                        Message.of("proposal.readiness.noDates"),
                        Places.WHOLE,
                        overview,
                        proposal.convening()))
                : Stream.empty();
        return Stream.concat(broken, noDates).toList();
    }

    private static Finding finding(Proposal proposal, Weight weight, String rule, Message words, String field) {
        CaseId id = new CaseId(proposal.caseId());
        boolean endorsement = field.startsWith("endorsements");
        return new Finding(
                weight,
                rule,
                words,
                field.startsWith("organisations") ? Places.WHO_JOINS : Places.WHOLE,
                endorsement ? ReadinessPages.address(id) + "#consultations" : "/proposal/" + id,
                endorsement ? null : proposal.convening());
    }

    @Override
    public Set<String> judges(Proposal proposal) {
        Map<String, @Nullable Object> facts = facts(proposal);
        return rules(proposal)
                .filter(rule -> applies(rule, proposal, facts)
                        .map(applies ->
                                !applies || facts.containsKey(rule.check().field()))
                        .orElse(false))
                .map(ProposalRule::id)
                .collect(Collectors.toSet());
    }

    private Stream<ProposalRule> rules(Proposal proposal) {
        return templates.find(proposal.template()).stream().flatMap(form -> templates.rulesOf(form).stream());
    }

    /** Whether the rule holds for this proposal; empty when that cannot be told by what is known. */
    static Optional<Boolean> applies(ProposalRule rule, Proposal proposal, Map<String, @Nullable Object> facts) {
        String when = rule.when();
        if (when == null) {
            return Optional.of(true);
        }
        if (when.startsWith(CALL) && proposal.call() != null) {
            String call = when.substring(CALL.length());
            return call.startsWith(proposal.call() + " ")
                    ? Optional.empty()
                    : Optional.of(call.equals(proposal.call()));
        }
        return when.equals("countries.count > 3")
                ? Optional.of(isMet(new ProposalRule.Check("countries.count", ">=", 4), facts.get("countries.count")))
                : Optional.empty();
    }

    static boolean isMet(ProposalRule.Check check, @Nullable Object fact) {
        if (fact == null) {
            return false;
        }
        List<?> bounds = check.value() instanceof List<?> several ? several : List.of(String.valueOf(check.value()));
        return switch (check.op()) {
            case "present" -> true;
            case "==" -> fact.toString().equals(bounds.get(0));
            case ">=" -> compare(fact, bounds.get(0)) >= 0;
            case "<=" -> compare(fact, bounds.get(0)) <= 0;
            case "between" -> compare(fact, bounds.get(0)) >= 0 && compare(fact, bounds.get(1)) <= 0;
            default -> throw new IllegalArgumentException("unknown operator " + check.op());
        };
    }

    private static int compare(Object fact, Object bound) {
        return new BigDecimal(fact.toString()).compareTo(new BigDecimal(bound.toString()));
    }
}
