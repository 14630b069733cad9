package org.tandem.selection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
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

/** Each party may pause a country and lifts its own pause again: a flag, no step of the process. */
@UseCase
@RequiredArgsConstructor
class SuspendCountry implements StartForm {

    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Coordinators coordinators;
    private final Pauses pauses;
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
        String agency = mayPauseFor(view, who).get(0);
        String reason = PlainText.of("reason", typed, NominationInput.MOST);
        pauses.add(id, agency, reason);
        if (view.suspendedBy() == null) {
            cases.suspend(id, agency, reason);
            stopTime.stop(id);
            divergences.on(id, agency, reason);
        } else {
            nameEverySide(id, pauses.of(id));
        }
        record(view, "selection.history.suspended", agency, reason, who);
    }

    /** Refuses when this person may not pause this case, or not now; each party may add its own pause. */
    CaseView maySuspend(CaseId id, SignedIn who) {
        CaseView view = coordinators.selection(id, who);
        coordinators.agencyOf(view.framework(), who);
        if (SelectionState.valueOf(view.stateBeneath()).allowsRenewal()) {
            throw SelectionRefused.ended();
        }
        if (mayPauseFor(view, who).isEmpty()) {
            throw SelectionRefused.pausedAlready();
        }
        return view;
    }

    /** The parties a person coordinates that have not paused it. */
    List<String> mayPauseFor(CaseView view, SignedIn who) {
        Set<String> have =
                pauses.of(view.caseId()).stream().map(Pauses.Pause::agency).collect(Collectors.toSet());
        return coordinators.agenciesOf(view.framework(), who).stream()
                .filter(agency -> !have.contains(agency))
                .toList();
    }

    /**
     * Only the side that paused it may lift its pause; the case goes on when none stands any more.
     *
     * @return the parties whose pause still stands
     */
    List<String> lift(CaseId id, SignedIn who) {
        cases.lock(id);
        CaseView view = coordinators.selection(id, who);
        coordinators.agencyOf(view.framework(), who);
        if (view.suspendedBy() == null) {
            throw SelectionRefused.notSuspended();
        }
        String agency = pauses.of(id).stream()
                .map(Pauses.Pause::agency)
                .filter(party -> coordinators.coordinatesFor(party, view.framework(), who))
                .findFirst()
                .orElseThrow(() -> SelectionRefused.notSuspendedByYou(view.suspendedBy()));
        pauses.lift(id, agency);
        List<Pauses.Pause> left = pauses.of(id);
        if (left.isEmpty()) {
            cases.liftSuspension(id);
            stopTime.resume(id, Objects.requireNonNull(view.suspendedSince(), "a pause has begun"));
            divergences.resume(id);
        } else {
            nameEverySide(id, left);
        }
        record(view, "selection.history.suspensionLifted", agency, null, who);
        return left.stream().map(Pauses.Pause::agency).toList();
    }

    private void nameEverySide(CaseId id, List<Pauses.Pause> standing) {
        String agencies = standing.stream().map(Pauses.Pause::agency).collect(Collectors.joining(", "));
        String reasons = standing.stream().map(Pauses.Pause::reason).collect(Collectors.joining("\n"));
        cases.suspendFor(id, agencies, reasons);
        divergences.now(id, agencies, reasons);
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
