package org.tandem.vetting;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;

/** Counts the votes and opens them, earlier rounds included: from here on they are part of the history. */
@UseCase
@RequiredArgsConstructor
class TallyVotes {

    private final Vettings vettings;
    private final Cases cases;
    private final NominationFile file;
    private final CaseHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VettingState tally(CaseId id) {
        CaseView view = cases.find(id).orElseThrow(() -> new CaseRefused.Unknown(id.value()));
        Vetting vetting = vettings.of(id.value());
        VettingState state = vetting.tally(cases.parties(view.framework()));
        if (!state.isDecided()) {
            file.vettingIs(id, state);
        }
        if (state != VettingState.RETURNED) {
            Instant now = clock.instant();
            history.addAt(
                    id,
                    now,
                    CaseEntry.Kind.STEP,
                    null,
                    null,
                    Message.of("vetting.history.votesOpened", vetting.round()),
                    null);
            vetting.votes().stream()
                    .sorted(Comparator.comparing(CastVote::at))
                    .forEach(vote -> openVote(id, now, vote));
            events.publishEvent(new CountryVetted(id, state));
        }
        return state;
    }

    /** What was said with a vote that does not count is dropped; that it was given stays. */
    private void openVote(CaseId id, Instant now, CastVote vote) {
        history.addAt(
                id,
                now,
                CaseEntry.Kind.DECISION,
                vote.person(),
                vote.as().group(),
                Message.of(
                        "vetting.history.vote." + vote.decision() + "." + vote.state(),
                        MessageArgument.agency(vote.agency()),
                        vote.round()),
                vote.state() == CastVote.State.OPENED ? vote.reason() : null);
    }
}
