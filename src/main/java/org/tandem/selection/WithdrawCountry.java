package org.tandem.selection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.cases.WithdrawalVoices;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** One coordinator asks to take a country off the list, the coordinators of every other party agree. */
@UseCase
@RequiredArgsConstructor
class WithdrawCountry implements TaskWork, StartForm {

    private static final String ASKED = "selection.history.withdrawalAsked";

    private final Cases cases;
    private final CaseHistory history;
    private final WithdrawalVoices voices;
    private final Pauses pauses;
    private final CandidateGroups groups;
    private final Coordinators coordinators;
    private final MoveSelection move;
    private final SelectionProcess process;

    @Override
    public StartPlace place() {
        return new StartPlace(
                "selection",
                "withdrawCountry",
                "/selection/{caseId}/withdraw",
                "/selection/{caseId}/withdrawal",
                "/api/selection/{caseId}/withdrawal",
                202);
    }

    @Override
    public void mayStart(Start start) {
        mayAsk(start.caseId(), start.who());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        ask(start.caseId(), values.text("reason").orElseThrow(), start.who());
        return new Started("/cases/" + start.caseId(), Message.of("selection.flash.withdraw"), Map.of());
    }

    /** Rights and state come first, then the text. */
    void ask(CaseId id, String typed, SignedIn who) {
        cases.lock(id);
        CaseView view = mayAsk(id, who);
        String agency = coordinators.agencyOf(view.framework(), who);
        String reason = PlainText.of("reason", typed, NominationInput.MOST);
        cases.askWithdrawal(id, agency);
        voices.begin(id, who.personId());
        history.add(
                id,
                CaseEntry.Kind.DECISION,
                who.personId(),
                groups.coordinators(agency, view.framework()),
                Message.of(ASKED, MessageArgument.agency(agency)),
                reason);
        process.withdrawalAsked(id, view.framework(), agency);
    }

    /** Refuses when this person may not ask for the withdrawal of this case, or not now. */
    CaseView mayAsk(CaseId id, SignedIn who) {
        CaseView view = coordinators.selection(id, who);
        coordinators.agencyOf(view.framework(), who);
        if (SelectionState.valueOf(view.stateBeneath()).allowsRenewal()) {
            throw SelectionRefused.ended();
        }
        if (view.withdrawalAskedBy() != null) {
            throw SelectionRefused.withdrawalAskedAlready(view.withdrawalAskedBy());
        }
        return view;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(SelectionProcess.AGREE_WITHDRAWAL);
    }

    /** Joint wish means two persons, whatever mandates one of them holds. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return voices.has(task.caseOf(), who.personId())
                ? Optional.of(SelectionRefused.ownWithdrawal())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        voices.add(task.caseId(), task.person());
        task.complete(values);
    }

    void agreed(CaseId id) {
        cases.askWithdrawal(id, null);
        CaseView view = cases.find(id).orElseThrow();
        if (view.suspendedBy() != null) {
            cases.liftSuspension(id);
            pauses.liftAll(id);
        }
        process.countryWithdrawn(id);
        move.to(id, SelectionState.WITHDRAWN, null);
        for (String agency : cases.parties(view.framework())) {
            history.tell(id, groups.directorOf(agency, view.country()), Message.of("selection.notice.withdrawn"), null);
        }
    }

    void refused(CaseId id) {
        cases.askWithdrawal(id, null);
    }
}
