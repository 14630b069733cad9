package org.tandem.proposal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Calls;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.Option;

/** A proposal for whoever may read its case. */
@UseCase
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ReadProposal {

    private final Cases cases;
    private final Proposals proposals;
    private final FrozenVersions versions;
    private final ProposalTemplates templates;
    private final Funds funds;
    private final Calls calls;
    private final Clock clock;
    private final Leads leads;
    private final Writers writers;
    private final List<ProposalTab> tabs;

    /** What stands above every page of a proposal; refuses whoever may not read it, and cases without a proposal. */
    public ProposalFrame frame(CaseId id, SignedIn who) {
        CaseView view = cases.readable(id, who);
        Proposal proposal = proposals.of(id);
        return new ProposalFrame(
                view,
                proposal,
                Optional.ofNullable(proposal.fund()).flatMap(funds::find).map(Fund::shortName),
                templates
                        .find(proposal.template())
                        .map(form -> form.title(LocaleContextHolder.getLocale()))
                        .orElse(proposal.template()),
                versions.latest(id),
                tabs.stream()
                        .sorted(Comparator.comparingInt(ProposalTab::order))
                        .toList(),
                ProposalState.of(view).isPresent() && writers.mayWrite(view, who),
                ProposalState.isFrozen(view));
    }

    /** Forms the fund of a proposal takes, newest first; the one it is written in among them. */
    List<Option> forms(Proposal proposal) {
        return Stream.concat(templates.find(proposal.template()).stream(), templates.fullOf(proposal.fund()).stream())
                .distinct()
                .map(template -> new Option(template.code(), template.title(LocaleContextHolder.getLocale())))
                .toList();
    }

    /** Calls a proposal can still be written for, and the one it is written for. */
    List<Option> calls(Proposal proposal) {
        return calls.open(proposal.fund(), clock.instant(), proposal.call()).stream()
                .map(call -> new Option(call.id(), call.title()))
                .toList();
    }

    Profile profile(CaseId id) {
        Proposal proposal = proposals.of(id);
        return new Profile(
                String.valueOf(cases.find(id).orElseThrow().title()),
                proposal.convening(),
                proposal.fund(),
                proposal.call(),
                proposal.template(),
                proposal.startsOn(),
                proposal.months(),
                leads.of(id));
    }
}
