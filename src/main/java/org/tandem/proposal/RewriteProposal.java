package org.tandem.proposal;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.funds.ProposalTemplate;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A cleared proposal is taken to the form of another fund: it keeps what both forms ask, and is asked only what differs. */
@UseCase
@RequiredArgsConstructor
public class RewriteProposal {

    private final ChangeContent change;
    private final Proposals proposals;
    private final ProposalAnswers answers;
    private final Writers writers;
    private final ProposalTemplates templates;
    private final CarriedTexts texts;
    private final Cases cases;
    private final CaseHistory history;
    private final Clock clock;

    /** The case is held, and its process takes it to revision. @param form code of the one the call asks for */
    public void rewrite(CaseId id, Call call, String form, SignedIn who) {
        Proposal proposal = proposals.hold(id.value()).orElseThrow(() -> ProposalRefused.none(id));
        CaseView view = cases.find(id).orElseThrow();
        change.mayChange(view, who);
        change.requireNoDispute(id);
        ProposalTemplate from = templates.find(proposal.template()).orElseThrow();
        ProposalTemplate to = templates.find(form).orElseThrow();
        answers.voidYes(id, who.personId());
        writers.hasWritten(id, who.personId());
        proposal.intend(call.fund(), call.id(), form);
        proposal.changed(clock.instant());
        cases.becomeAbout(id, view.title(), call.fund());
        CarriedTexts.Carried carried = texts.carry(id, from, to, who.personId());
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                null,
                Message.of("programme.history.formChanged", to.title(), list(carried.kept()), list(carried.asked())),
                null);
    }

    private static String list(List<String> titles) {
        return titles.isEmpty() ? "–" : String.join("; ", titles);
    }
}
