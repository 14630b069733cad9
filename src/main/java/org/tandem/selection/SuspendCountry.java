package org.tandem.selection;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.divergence.PauseDivergences;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** One side pauses a country and lifts the pause again: a flag, no step of the process. */
@UseCase
@RequiredArgsConstructor
class SuspendCountry implements StartForm {

    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Coordinators coordinators;
    private final StopTime stopTime;
    private final PauseDivergences divergences;

    @Override
    public StartPlace place() {
        return new StartPlace(
                "selection",
                "suspendCountry",
                "/selection/{caseId}/suspend",
                "/selection/{caseId}/suspension",
                "/api/selection/{caseId}/suspension",
                201);
    }

    @Override
    public void mayStart(Start start) {
        maySuspend(start.caseId(), start.who());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        suspend(start.caseId(), values.text("reason").orElseThrow(), start.who());
        return new Started("/cases/" + start.caseId(), Message.of("selection.flash.suspend"), Map.of());
    }

    /** Rights and state come first, then the text: who may not, learns nothing about what to write. */
    private void suspend(CaseId id, String typed, SignedIn who) {
        cases.lock(id);
        CaseView view = maySuspend(id, who);
        String agency = coordinators.agencyOf(view.framework(), who);
        String reason = PlainText.of("reason", typed, NominationInput.MOST);
        cases.suspend(id, agency, reason);
        stopTime.stop(id);
        divergences.on(id, agency, reason);
        record(view, "selection.history.suspended", agency, reason, who);
    }

    /** Refuses when this person may not pause this case, or not now. */
    CaseView maySuspend(CaseId id, SignedIn who) {
        CaseView view = coordinators.selection(id, who);
        coordinators.agencyOf(view.framework(), who);
        if (SelectionState.valueOf(view.stateBeneath()).allowsRenewal()) {
            throw SelectionRefused.ended();
        }
        if (view.suspendedBy() != null) {
            throw new CaseRefused.Suspended(view);
        }
        return view;
    }

    /** Only the side that paused it may lift the pause. */
    void lift(CaseId id, SignedIn who) {
        cases.lock(id);
        CaseView view = coordinators.selection(id, who);
        coordinators.agencyOf(view.framework(), who);
        if (view.suspendedBy() == null) {
            throw SelectionRefused.notSuspended();
        }
        if (!coordinators.coordinatesFor(view.suspendedBy(), view.framework(), who)) {
            throw SelectionRefused.notSuspendedByYou(view.suspendedBy());
        }
        cases.liftSuspension(id);
        Instant since = Objects.requireNonNull(view.suspendedSince(), "a pause has begun");
        stopTime.resume(id, since);
        divergences.resume(id);
        record(view, "selection.history.suspensionLifted", view.suspendedBy(), null, who);
    }

    private void record(
            CaseView view, String key, String agency, @org.jspecify.annotations.Nullable String reason, SignedIn who) {
        Message words = Message.of(key, MessageArgument.agency(agency));
        String group = groups.coordinators(agency, view.framework());
        history.add(view.caseId(), CaseEntry.Kind.DECISION, who.personId(), group, words, reason);
        cases.parties(view.framework())
                .forEach(party -> history.tell(
                        view.caseId(), groups.coordinators(party, view.framework()), words, who.personId()));
    }
}
