package org.tandem.proposal.readiness;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalRule;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Finding.Weight;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ProposalFrame;
import org.tandem.proposal.ReadProposal;
import org.tandem.proposal.Readiness;

/** What is missing from a proposal now and whose turn it is, with the rules behind it, for page and machines. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadReadiness {

    private final ReadProposal proposals;
    private final Readiness readiness;
    private final ProposalTemplates templates;
    private final Consultations consultations;
    private final Partners partners;
    private final Clock clock;

    /** Findings of one weight; those of one turn follow each other. @param turn agency, null when it is any writer's */
    record Turn(@Nullable String turn, List<Finding> findings) {}

    /** @param today by which due diligence is judged, the same wherever the reader is */
    record Reading(
            ProposalFrame frame,
            @Nullable ProposalTemplate form,
            List<Turn> blockers,
            List<Turn> warnings,
            List<RuleLine> rules,
            List<Consultation> consultations,
            List<Partner> partners,
            LocalDate today) {

        /** What people have to look at, because no machine can judge it. */
        public List<RuleLine> forPeople() {
            return rules.stream()
                    .filter(line -> line.standing() == RuleLine.Standing.FOR_PEOPLE)
                    .toList();
        }
    }

    Reading read(CaseId id, SignedIn reader) {
        ProposalFrame frame = proposals.frame(id, reader);
        Proposal proposal = frame.proposal();
        List<Finding> findings = readiness.findings(proposal);
        return new Reading(
                frame,
                templates.find(proposal.template()).orElse(null),
                turns(findings, Weight.BLOCKER),
                turns(findings, Weight.WARNING),
                rules(proposal, findings),
                consultations.all(id),
                partners.named(id),
                LocalDate.now(clock));
    }

    private static List<Turn> turns(List<Finding> findings, Weight weight) {
        Map<String, List<Finding>> turns = new LinkedHashMap<>();
        findings.stream().filter(found -> found.weight() == weight).forEach(found -> turns.computeIfAbsent(
                        found.turn() == null ? "" : found.turn(), unused -> new ArrayList<>())
                .add(found));
        return turns.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(turn -> new Turn(turn.getKey().isEmpty() ? null : turn.getKey(), turn.getValue()))
                .toList();
    }

    private List<RuleLine> rules(Proposal proposal, List<Finding> findings) {
        Set<String> found = findings.stream().map(Finding::rule).collect(Collectors.toSet());
        Set<String> judged = readiness.judged(proposal);
        return templates.find(proposal.template()).stream()
                .flatMap(form -> templates.rulesOf(form).stream())
                .map(rule -> new RuleLine(
                        rule, readiness.weight(rule), readiness.isLowered(rule), standing(rule, found, judged)))
                .toList();
    }

    private static RuleLine.Standing standing(ProposalRule rule, Set<String> found, Set<String> judged) {
        if (found.contains(rule.id())) {
            return RuleLine.Standing.FOUND;
        }
        return judged.contains(rule.id()) ? RuleLine.Standing.NOTHING_FOUND : RuleLine.Standing.FOR_PEOPLE;
    }
}
