package org.tandem.selection;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.divergence.CloseDivergences;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Takes a selection case from one state to the next, on its file, its cover and its history alike. */
@UseCase
@RequiredArgsConstructor
class MoveSelection {

    private final Nominations nominations;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final SelectionProcess process;
    private final CloseDivergences closeDivergences;
    private final ApplicationEventPublisher events;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    void to(CaseId id, SelectionState state, @Nullable String reason) {
        Nomination nomination = nominations.of(id);
        if (nomination.state() == state) {
            return;
        }
        nomination.become(state);
        cases.move(id, state.name(), reason);
        if (state != SelectionState.IN_VETTING) {
            history.add(id, CaseEntry.Kind.STEP, null, null, words(state, reason), null);
        }
        if (state.isEnded()) {
            end(cases.find(id).orElseThrow(), state, words(state, reason));
        }
        events.publishEvent(new CountryMoved(id, state.name(), reason));
    }

    private static Message words(SelectionState state, @Nullable String reason) {
        return Message.of("selection.history.state." + (reason == null ? state.name() : state + "." + reason));
    }

    /** What was flagged or asked on the way is over with the case itself; those who work on it learn how it ended. */
    private void end(CaseView view, SelectionState state, Message outcome) {
        CaseId id = view.caseId();
        if (view.noDirector()) {
            cases.flagNoDirector(id, false);
        }
        if (view.withdrawalAskedBy() != null && state.allowsRenewal() && state != SelectionState.WITHDRAWN) {
            cases.askWithdrawal(id, null);
            process.withdrawalOvertaken(id);
            Message overtaken = Message.of(
                    "selection.history.withdrawalOvertaken", MessageArgument.agency(view.withdrawalAskedBy()));
            history.add(id, CaseEntry.Kind.STEP, null, null, overtaken, null);
        }
        if (state.allowsRenewal()) {
            closeDivergences.on(id);
        }
        UUID by = currentPerson.find().map(SignedIn::personId).orElse(null);
        for (String party : cases.parties(view.framework())) {
            history.tell(id, groups.focalPoints(party, view.areaKey()), outcome, by);
            history.tell(id, groups.coordinators(party, view.framework()), outcome, by);
        }
    }

    void amend(CaseId id, String amendment) {
        Nomination nomination = nominations.of(id);
        nomination.amend(amendment, clock.instant());
    }
}
