package org.tandem.submission;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.funds.ProposalTemplates;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.FrozenVersion;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ProposalAnswer;
import org.tandem.proposal.ProposalAnswers;
import org.tandem.proposal.Proposals;

/** A call is chosen for a ready proposal: it gets a case of its own, below its programme (D34). */
@UseCase
@RequiredArgsConstructor
public class OpenSubmission {

    static final char LETTER = 'F';

    private static final String BY_COORDINATOR = "submission.by_resident_coordinator";

    private final Submissions submissions;
    private final SubmissionFit fit;
    private final Proposals proposals;
    private final ProposalAnswers answers;
    private final ProposalTemplates templates;
    private final Roster roster;
    private final FrozenFigures figures;
    private final Calls calls;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Translator translator;
    private final Clock clock;

    /** Ids and routing facts, for the process of the submission. */
    public record Opened(CaseId id, String fund, String submitters) {}

    /**
     * @param rewrite whether the proposal is to be taken to the form of the call
     * @return the form the call asks for
     * @throws org.tandem.platform.Refused in words, when the proposal does not fit the call
     */
    public String mayGoTo(CaseView programme, String code, boolean rewrite, SignedIn who) {
        Call call = call(code);
        requireNoCommittee(programme, call.fund(), who);
        Proposal proposal = proposals.of(programme.caseId());
        List<SubmissionFit.Fit> found = fit.of(programme, proposal, call);
        // A form that is written again has its budget revised with it.
        Set<String> against = rewrite ? Set.of(SubmissionFit.Question.CEILING.name()) : Set.of();
        String misfits = found.stream()
                .filter(one -> one.verdict().equals("BLOCKS") && !against.contains(one.question()))
                .map(one -> translator.say(one.words()))
                .collect(Collectors.joining(" "));
        if (!misfits.isEmpty()) {
            throw SubmissionRefused.misfit(misfits);
        }
        boolean differs = found.stream().anyMatch(one -> one.verdict().equals("REWRITES"));
        if (differs != rewrite) {
            throw differs ? SubmissionRefused.otherForm() : SubmissionRefused.sameForm();
        }
        return fit.form(proposal, call);
    }

    /** Nobody on the committee of the fund chooses it, or has cleared what goes there. */
    private void requireNoCommittee(CaseView programme, String fund, SignedIn who) {
        if (who.scopes(Role.COMMITTEE_MEMBER).contains(fund)) {
            throw SubmissionRefused.onTheCommittee(fund);
        }
        Set<UUID> committee =
                roster.holders(new MandatePattern(Role.COMMITTEE_MEMBER, CandidateGroups.UN, fund)).stream()
                        .map(PersonName::id)
                        .collect(Collectors.toSet());
        if (answers.of(programme.caseId()).stream()
                .anyMatch(answer -> answer.step() == ProposalAnswer.Step.CLEARANCE
                        && answer.stands()
                        && committee.contains(answer.person()))) {
            throw SubmissionRefused.clearedByCommittee(fund);
        }
    }

    private Call call(String code) {
        return calls.find(code).orElseThrow(() -> SubmissionRefused.noCall(code));
    }

    /** The case of the programme is held. */
    public Opened open(CaseId programme, String code, SignedIn by) {
        Call call = call(code);
        CaseView view = cases.find(programme).orElseThrow();
        Proposal proposal = proposals.of(programme);
        CaseId id = programme.below(LETTER, cases.nextBelow(programme.value(), LETTER));
        CaseSubject subject =
                new CaseSubject(view.title(), view.framework(), view.countries(), view.areas(), call.fund());
        cases.open(new CaseOpening(
                id,
                SubmissionProcess.KEY,
                programme.value(),
                subject,
                SubmissionState.PREPARING.name(),
                view.priority(),
                by.personId(),
                proposal.convening()));
        FrozenVersion version = figures.latest(programme);
        submissions.saveAndFlush(
                new Submission(id, programme, call, version.number(), figures.requested(version), by.personId()));
        note(id, programme, by.personId(), call);
        return new Opened(id, call.fund(), submitters(view, proposal));
    }

    private void note(CaseId id, CaseId programme, UUID by, Call call) {
        Message opened = Message.of("submission.history.opened", call.title());
        history.add(id, CaseEntry.Kind.STEP, by, null, opened, null);
        history.add(programme, CaseEntry.Kind.STEP, by, null, opened, null);
    }

    /** By the data of the fund (D42): the Resident Coordinator, for whom the convening agency may record it, or that agency. */
    private String submitters(CaseView view, Proposal proposal) {
        boolean coordinator = templates.find(proposal.template()).stream()
                .flatMap(form -> templates.rulesOf(form).stream())
                .anyMatch(rule -> rule.check().field().equals(BY_COORDINATOR));
        String agency = proposal.convening();
        return (coordinator
                        ? groups.residentCoordinator(view.country())
                        : groups.sideAt("COUNTRY", agency, view.framework(), view.areaKey(), view.country()))
                + "," + groups.coordinators(agency, view.framework());
    }

    /** The call of every fund that can still be chosen, with how the proposal fits it. */
    Map<Call, List<SubmissionFit.Fit>> fits(CaseView programme) {
        List<Call> open = calls.all().stream()
                .filter(call -> !call.hasEnded(clock.instant()))
                .toList();
        List<List<SubmissionFit.Fit>> found = fit.of(programme, proposals.of(programme.caseId()), open);
        Map<Call, List<SubmissionFit.Fit>> fits = new LinkedHashMap<>();
        for (int one = 0; one < open.size(); one++) {
            fits.put(open.get(one), found.get(one));
        }
        return fits;
    }
}
