package org.tandem.selection;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;

/** Takes a selection case from one state to the next, on its file, its cover and its history alike. */
@UseCase
class MoveSelection {

    private final Nominations nominations;
    private final Cases cases;
    private final CaseHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MoveSelection(
            Nominations nominations, Cases cases, CaseHistory history, ApplicationEventPublisher events, Clock clock) {
        this.nominations = nominations;
        this.cases = cases;
        this.history = history;
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

    void amend(CaseId id, String amendment) {
        Nomination nomination = nominations.of(id);
        nomination.amend(amendment, clock.instant());
        nominations.saveAndFlush(nomination);
    }
}
