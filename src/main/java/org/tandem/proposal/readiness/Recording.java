package org.tandem.proposal.readiness;

import java.util.Collection;
import java.util.Map;
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
import org.tandem.proposal.JudgeReadiness;
import org.tandem.proposal.ProposalRefused;
import org.tandem.proposal.Proposals;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.Started;

/** What the forms of this package have in common: who may send them, their letter, and a line in the history. */
@Component
@RequiredArgsConstructor
class Recording {

    private final Proposals proposals;
    private final ChangeContent change;
    private final ActingAs actingAs;
    private final Attachments attachments;
    private final CaseHistory history;
    private final JudgeReadiness readiness;

    void mayRecord(CaseView view, SignedIn who) {
        proposals.convening(view.caseId().value()).orElseThrow(() -> ProposalRefused.none(view.caseId()));
        change.mayChange(view, who);
    }

    /** Takes the case too: what is recorded is no content, but may take a cleared proposal on or back. */
    Mandate begin(Start start) {
        change.hold(start.caseId(), start.who(), true);
        return actingAs.of(start.view(), start.who());
    }

    Started done(Start start, Mandate as, Message words, @Nullable String body, String anchor) {
        CaseId id = start.caseId();
        history.add(id, CaseEntry.Kind.STEP, start.who().personId(), as.group(), words, body);
        readiness.judge(id);
        return new Started(ReadinessPages.address(id) + anchor, Message.of("proposal.readiness.recorded"), Map.of());
    }

    @Nullable
    UUID letter(CaseId id, Collection<UUID> files, SignedIn who, Mandate as) {
        return attachments.take(id, files, who, as.group()).stream().findFirst().orElse(null);
    }
}
