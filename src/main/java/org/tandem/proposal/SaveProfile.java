package org.tandem.proposal;

import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Whoever writes says what is agreed about the whole; what a colleague has saved meanwhile is never overwritten unseen. */
@UseCase
@RequiredArgsConstructor
class SaveProfile {

    private final Cases cases;
    private final ChangeContent change;
    private final ProfileInput input;
    private final ProposalTemplates templates;
    private final Leads leads;
    private final ReadProposal read;

    /**
     * @param seen mark of the profile the writer had before their eyes
     * @param reopen whether the writer knows that reviews and clearances become void
     */
    void save(CaseId id, Map<String, String> typed, String seen, boolean reopen, SignedIn who) {
        cases.lock(id);
        Proposal proposal = change.begin(id, who, Places.WHOLE, reopen);
        if (!read.profile(id).mark().equals(seen)) {
            throw ProposalRefused.profileMoved();
        }
        Profile wanted = input.check(id, typed);
        // A newer form of the same fund is not taken by itself.
        if (!Objects.equals(wanted.fund(), proposal.fund())) {
            proposal.intend(
                    wanted.fund(), null, templates.fullFor(wanted.fund()).code());
        }
        proposal.convenedBy(wanted.convening());
        proposal.lasts(wanted.startsOn(), wanted.months());
        wanted.leads().forEach((agency, person) -> leads.put(id, agency, person));
        cases.becomeAbout(id, wanted.title(), wanted.fund());
    }
}
