package org.tandem.selection;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;

/** Takes a selection case from one state to the next, on its file, its cover and its history alike. */
@UseCase
class MoveSelection {

    private final Nominations nominations;
    private final Cases cases;
    private final CaseHistory history;
    private final SelectionProcess process;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveSelection(
            Nominations nominations,
            Cases cases,
            CaseHistory history,
            SelectionProcess process,
            ApplicationEventPublisher events,
            Clock clock) {
        this.nominations = nominations;
        this.cases = cases;
        this.history = history;
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    void to(CaseId id, SelectionState state, @Nullable String reason) {
        Nomination nomination = nominations.of(id);
        if (nomination.state() == state) {
            return;
        }
        nomination.become(state);
        nominations.saveAndFlush(nomination);
        cases.move(id, state.name(), reason);
        if (state.isEnded()) {
            closeOpenEnds(id, state);
        }
        if (state != SelectionState.IN_VETTING) {
            history.add(
                    id,
                    CaseEntry.Kind.STEP,
                    null,
                    null,
                    Words.of("selection.history.state." + (reason == null ? state.name() : state + "." + reason)),
                    null);
        }
        events.publishEvent(new CountryMoved(id, state.name(), reason));
    }

    /** What was flagged or asked on the way is over with the case itself. */
    private void closeOpenEnds(CaseId id, SelectionState state) {
        CaseView view = cases.find(id).orElseThrow();
        if (view.noDirector()) {
            cases.flagNoDirector(id, false);
        }
        if (view.withdrawalAskedBy() != null && state.allowsRenewal() && state != SelectionState.WITHDRAWN) {
            cases.askWithdrawal(id, null);
            process.withdrawalOvertaken(id);
            history.add(
                    id,
                    CaseEntry.Kind.STEP,
                    null,
                    null,
                    Words.of("selection.history.withdrawalOvertaken", "agency:" + view.withdrawalAskedBy()),
                    null);
        }
    }

    void amend(CaseId id, String amendment) {
        Nomination nomination = nominations.of(id);
        nomination.amend(amendment, clock.instant());
        nominations.saveAndFlush(nomination);
    }
}
