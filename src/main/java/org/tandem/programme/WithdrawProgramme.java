package org.tandem.programme;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.WithdrawalVoices;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.submission.MoveSubmission;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** One coordinator asks to withdraw a proposal that was not submitted, those of every other party agree; drafts stay readable. */
@UseCase
@RequiredArgsConstructor
class WithdrawProgramme implements TaskWork, StartForm {

    private final Cases cases;
    private final CaseHistory history;
    private final WithdrawalVoices voices;
    private final CandidateGroups groups;
    private final ProgrammeProcess process;
    private final MoveSubmission submissions;

    @Override
    public StartPlace place() {
        return new StartPlace(
                "programme",
                "withdrawProgramme",
                "/programmes/{caseId}/withdraw",
                "/programmes/{caseId}/withdrawal",
                "/api/programmes/{caseId}/withdrawal",
                202);
    }

    @Override
    public void mayStart(Start start) {
        mayAsk(start.view(), start.who());
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = start.caseId();
        SignedIn who = start.who();
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        String agency = mayAsk(view, who);
        cases.askWithdrawal(id, agency);
        voices.begin(id, who.personId());
        history.add(
                id,
                CaseEntry.Kind.DECISION,
                who.personId(),
                groups.coordinators(agency, view.framework()),
                Message.of("programme.history.withdrawalAsked", MessageArgument.agency(agency)),
                values.text("reason").orElseThrow());
        process.withdrawalAsked(id, view.framework(), agency);
        return new Started("/cases/" + id, Message.of("programme.flash.withdraw"), Map.of());
    }

    /** @return the agency in whose name the person may ask */
    private String mayAsk(CaseView view, SignedIn who) {
        if (!view.kind().equals(ProgrammeProcess.KEY)) {
            throw new CaseRefused.Unknown(view.id());
        }
        String agency = cases.parties(view.framework()).stream()
                .filter(party -> who.holds(Role.COORDINATOR, party, view.framework()))
                .findFirst()
                .orElseThrow(ProgrammeRefused::onlyCoordinators);
        if (view.stateBeneath().equals(ProgrammeState.WITHDRAWN.name())) {
            throw ProgrammeRefused.ended();
        }
        if (isOut(view)) {
            throw ProgrammeRefused.submitted();
        }
        if (view.withdrawalAskedBy() != null) {
            throw ProgrammeRefused.withdrawalAskedAlready(view.withdrawalAskedBy());
        }
        return agency;
    }

    /** Whether the page of the case offers it. */
    boolean isOffered(CaseView view, SignedIn who) {
        try {
            mayAsk(view, who);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.AGREE_WITHDRAWAL);
    }

    /** A wish of every party means as many persons, whatever mandates one of them holds. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return voices.has(task.caseOf(), who.personId())
                ? Optional.of(ProgrammeRefused.ownWithdrawal())
                : Optional.empty();
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        voices.add(task.caseId(), task.person());
        task.complete(values);
    }

    /** With a fund, or approved by one. */
    private boolean isOut(CaseView view) {
        return view.stateBeneath().equals(ProgrammeState.APPROVED.name()) || submissions.isAtFund(view.caseId());
    }

    void agreed(CaseId id) {
        cases.askWithdrawal(id, null);
        process.withdrawn(id, null);
    }

    /** The country was withdrawn: what was not submitted goes with it, what a fund has is withdrawn there first. */
    void countryWithdrawn(CaseId id) {
        cases.lock(id);
        if (submissions.isAtFund(id)) {
            submissions.withdrawAtFund(id);
        } else if (!isOut(cases.find(id).orElseThrow())) {
            overtaken(id);
            process.withdrawn(id, "COUNTRY_WITHDRAWN");
        }
    }

    void overtaken(CaseId id) {
        if (cases.find(id).orElseThrow().withdrawalAskedBy() != null) {
            cases.askWithdrawal(id, null);
            process.withdrawalOvertaken(id);
        }
    }

    void refused(CaseId id) {
        cases.askWithdrawal(id, null);
    }
}
