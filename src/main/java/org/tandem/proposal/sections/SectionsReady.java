package org.tandem.proposal.sections;

import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.funds.ProposalRule;
import org.tandem.funds.ProposalTemplate.Section;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ReadinessCheck;
import org.tandem.proposal.sections.SectionReading.Sections;
import org.tandem.proposal.sections.SectionRules.Gap;

/** What the sections miss; whether it blocks is said by the data of the rule. */
@Component
@RequiredArgsConstructor
class SectionsReady implements ReadinessCheck {

    private final SectionReading reading;
    private final ProposalTemplates templates;

    @Override
    public List<Finding> findings(Proposal proposal) {
        CaseId id = new CaseId(proposal.caseId());
        Sections sections = reading.of(id);
        return sections.all().stream()
                .flatMap(section -> reading.gaps(sections, section).stream().map(gap -> finding(id, section, gap)))
                .toList();
    }

    @Override
    public Set<String> judges(Proposal proposal) {
        return SectionRules.JUDGED;
    }

    private Finding finding(CaseId id, Section section, Gap gap) {
        boolean blocks = templates.rule(gap.rule()).filter(ProposalRule::blocks).isPresent();
        return new Finding(
                blocks ? Finding.Weight.BLOCKER : Finding.Weight.WARNING,
                gap.rule(),
                Message.of("proposal.sections.finding", section.title(LocaleContextHolder.getLocale()), gap.words()),
                section.id(),
                "/proposal/" + id + "/sections/" + section.id() + (gap.field().isEmpty() ? "" : "#" + gap.field()),
                null);
    }
}
