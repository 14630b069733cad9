package org.tandem.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.funds.ProposalRule;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.funds.Verification;
import org.tandem.platform.CannotStart;
import org.tandem.proposal.Finding.Weight;

/**
 * All that is missing from a proposal now, as every part finds it. Of a rule of the form of the fund, the data say whether it
 * blocks; one that is not wholly verified may be lowered to a warning by {@code tandem.proposal.only-warn}.
 */
@Component
@Transactional(readOnly = true)
public class Readiness {

    private final List<ReadinessCheck> checks;
    private final ProposalTemplates templates;
    private final Set<String> onlyWarn;

    Readiness(
            List<ReadinessCheck> checks,
            ProposalTemplates templates,
            @Value("${tandem.proposal.only-warn}") Set<String> onlyWarn) {
        this.checks = checks;
        this.templates = templates;
        this.onlyWarn = onlyWarn;
        onlyWarn.stream()
                .filter(entry -> entry.equals(Verification.VERIFIED.name())
                        || templates
                                .rule(entry)
                                .filter(rule -> !mayBeLowered(rule))
                                .isPresent())
                .forEach(entry -> {
                    throw new CannotStart(
                            "tandem.proposal.only-warn names " + entry + ", which stands on a source that was read.",
                            "Take it out; only rules that are derived or not verified can be lowered to warnings.");
                });
    }

    /** Blockers first. Findings of rules that the form of this proposal does not have are left out. */
    public List<Finding> findings(Proposal proposal) {
        Optional<ProposalTemplate> form = templates.find(proposal.template());
        return checks.stream()
                .flatMap(check -> check.findings(proposal).stream())
                .flatMap(found -> weighed(found, form).stream())
                .sorted(Comparator.comparing(Finding::weight))
                .toList();
    }

    private Optional<Finding> weighed(Finding found, Optional<ProposalTemplate> form) {
        Optional<ProposalRule> rule = templates.rule(found.rule());
        if (rule.isPresent()
                && form.filter(one -> one.rules().contains(found.rule())).isEmpty()) {
            return Optional.empty();
        }
        Weight weight = rule.map(this::weight).orElse(found.weight());
        return Optional.of(new Finding(weight, found.rule(), found.words(), found.place(), found.link(), found.turn()));
    }

    /** What keeps it from going out. */
    public List<Finding> blockers(Proposal proposal) {
        return findings(proposal).stream()
                .filter(found -> found.weight() == Weight.BLOCKER)
                .toList();
    }

    public Set<String> judged(Proposal proposal) {
        return checks.stream().flatMap(check -> check.judges(proposal).stream()).collect(Collectors.toSet());
    }

    public Weight weight(ProposalRule rule) {
        return rule.blocks() && !isLowered(rule) ? Weight.BLOCKER : Weight.WARNING;
    }

    /** Whether it would block if it were not lowered by configuration. */
    public boolean isLowered(ProposalRule rule) {
        return rule.blocks()
                && mayBeLowered(rule)
                && (onlyWarn.contains(rule.id())
                        || onlyWarn.contains(rule.verification().name()));
    }

    private static boolean mayBeLowered(ProposalRule rule) {
        return rule.verification() != Verification.VERIFIED;
    }
}
