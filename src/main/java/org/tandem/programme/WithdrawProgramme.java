package org.tandem.programme;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.ProposalState;
import org.tandem.tasks.OpenTask;
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
    private final CandidateGroups groups;
    private final ProgrammeProcess process;

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
        cases.lock(id);
        CaseView view = cases.find(id).orElseThrow();
        String agency = mayAsk(view, start.who());
        cases.askWithdrawal(id, agency);
        history.add(
                id,
                CaseEntry.Kind.DECISION,
                start.who().personId(),
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
        if (view.stateBeneath().equals(ProposalState.WITHDRAWN.name())) {
            throw ProgrammeRefused.ended();
        }
        if (view.withdrawalAskedBy() != null) {
            throw ProgrammeRefused.withdrawalAskedAlready(view.withdrawalAskedBy());
        }
        return agency;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.AGREE_WITHDRAWAL);
    }

    /** A wish of every party means as many persons, whatever mandates one of them holds. */
    @Override
    public Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return history.of(task.caseOf()).stream()
                        .filter(entry -> entry.words().key().startsWith("programme.history.withdrawal"))
                        .anyMatch(entry -> who.personId().equals(entry.person()))
                ? Optional.of(ProgrammeRefused.ownWithdrawal())
                : Optional.empty();
    }

    void agreed(CaseId id) {
        cases.askWithdrawal(id, null);
        end(id, null);
    }

    /** The country was withdrawn: what was not submitted goes with it. */
    void countryWithdrawn(CaseId id) {
        if (cases.find(id).orElseThrow().withdrawalAskedBy() != null) {
            cases.askWithdrawal(id, null);
            process.withdrawalOvertaken(id);
        }
        end(id, "COUNTRY_WITHDRAWN");
    }

    private void end(CaseId id, @Nullable String reason) {
        process.withdrawn(id);
        cases.move(id, ProposalState.WITHDRAWN.name(), reason);
    }

    void refused(CaseId id) {
        cases.askWithdrawal(id, null);
    }
}
