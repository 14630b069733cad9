package org.tandem.proposal;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.UnfitBody;

/** Whoever writes says what is agreed about the whole; what a colleague has saved meanwhile is never overwritten unseen. */
@UseCase
@RequiredArgsConstructor
class SaveProfile {

    private final Cases cases;
    private final ChangeContent change;
    private final ProfileInput input;
    private final Leads leads;
    private final ReadProposal read;

    /**
     * @param seen mark of the profile the writer had before their eyes
     * @param reopen whether the writer knows that reviews and clearances become void
     */
    void save(CaseId id, @Nullable Map<String, String> typed, @Nullable String seen, boolean reopen, SignedIn who) {
        cases.lock(id);
        change.hold(id, who, reopen);
        if (typed == null) { // said to nobody who may not write
            throw UnfitBody.wrongType("profile");
        }
        Profile now = read.profile(id);
        if (!now.mark().equals(seen)) {
            throw ProposalRefused.profileMoved();
        }
        Profile wanted = input.check(id, now, typed);
        if (wanted.equals(now)) {
            return;
        }
        Proposal proposal = change.begin(id, who, Places.WHOLE, reopen);
        if (!wanted.form().equals(now.form())) {
            change.requireNoDispute(id);
        }
        proposal.intend(wanted.fund(), wanted.call(), wanted.form());
        proposal.convenedBy(wanted.convening());
        proposal.lasts(wanted.startsOn(), wanted.months());
        wanted.leads().forEach((agency, person) -> leads.put(id, agency, person));
        cases.becomeAbout(id, wanted.title(), wanted.fund());
    }
}
