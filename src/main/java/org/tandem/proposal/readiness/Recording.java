package org.tandem.proposal.readiness;

import java.util.Collection;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.ActingAs;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.ChangeContent;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.Proposals;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;

/** What the forms of this package have in common: who may send them, their letter, and a line in the history. */
@Component
@RequiredArgsConstructor
class Recording {

    private final Proposals proposals;
    private final ChangeContent change;
    private final ActingAs actingAs;
    private final Attachments attachments;
    private final CaseHistory history;

    void mayRecord(CaseView view, SignedIn who) {
        proposals.convening(view.caseId().value()).orElseThrow(() -> ProposalRefused.none(view.caseId()));
        change.mayChange(view, who);
    }

    boolean isFrozen(CaseView view) {
        return ProposalState.of(view).filter(state -> !state.isBeingWritten()).isPresent();
    }

    /** Goes through the one door to every change of content. */
    Mandate begin(Start start, FormValues values, String place) {
        change.begin(start.caseId(), start.who(), place, values.ticked("reopen"));
        return actingAs.of(start.view(), start.who());
    }

    @Nullable
    UUID letter(CaseId id, Collection<UUID> files, SignedIn who, Mandate as) {
        return attachments.take(id, files, who, as.group()).stream().findFirst().orElse(null);
    }

    void note(CaseId id, SignedIn who, Mandate as, Message words, @Nullable String body) {
        history.add(id, CaseEntry.Kind.STEP, who.personId(), as.group(), words, body);
    }
}
