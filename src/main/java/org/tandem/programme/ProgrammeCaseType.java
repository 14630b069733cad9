package org.tandem.programme;

import static org.tandem.programme.ProgrammeState.APPROVED;
import static org.tandem.programme.ProgrammeState.IDEA;
import static org.tandem.programme.ProgrammeState.SUBMITTED;
import static org.tandem.programme.ProgrammeState.WITHDRAWN;
import static org.tandem.proposal.ProposalState.AGENCY_REVIEW;
import static org.tandem.proposal.ProposalState.CLEARED;
import static org.tandem.proposal.ProposalState.DRAFTING;
import static org.tandem.proposal.ProposalState.READY;
import static org.tandem.proposal.ProposalState.REVISION;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseReader;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.cases.CaseView;
import org.tandem.cases.StepFact;
import org.tandem.funds.Funds;
import org.tandem.platform.Role;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.proposal.ProposalSteps;
import org.tandem.proposal.ProposalTasks;
import org.tandem.selection.SelectedCountries;
import org.tandem.submission.SubmissionTasks;
import org.tandem.submission.SubmittedKind;

/** A joint programme: one record from the first idea on (D34). It comes up on a country in selection, or goes before it. */
@Configuration(proxyBeanMethods = false)
class ProgrammeCaseType {

    static final char LETTER = 'P';

    private static final String STAGE = "programme.stage.";

    private static final String COUNTRY = STAGE + "country";
    private static final String REVIEW = STAGE + "review";
    private static final String CLEAR = STAGE + "clear";

    @Bean
    CaseType programmeCase(ObjectProvider<SelectedCountries> selected, ProposalSteps proposals, Funds funds) {
        return CaseType.of(ProgrammeProcess.KEY)
                .below(LETTER, SelectedCountries.KIND)
                .states(CaseTone.INFO, IDEA, DRAFTING, AGENCY_REVIEW, SUBMITTED)
                .states(CaseTone.WAIT, REVISION)
                .states(CaseTone.DONE, CLEARED, READY)
                .ends(CaseTone.DONE, APPROVED)
                .ends(CaseTone.STOP, WITHDRAWN)
                .register("/programmes", 25, "programme.nav")
                .reader(new CaseReader(
                        Role.RESIDENT_COORDINATOR,
                        CaseReader.About.COUNTRY,
                        Set.of(READY.name(), SUBMITTED.name(), APPROVED.name())))
                .words(view -> Stream.ofNullable(view.fund())
                        .flatMap(code -> funds.find(code).stream())
                        .flatMap(fund -> Stream.<@Nullable String>of(fund.code(), fund.shortName(), fund.name())))
                .facts(view -> Stream.concat(
                                country(selected.getObject(), view).stream(),
                                proposals.facts(view, REVIEW, CLEAR).stream())
                        .toList())
                .steps(
                        CaseStep.joint(COUNTRY).optional(),
                        CaseStep.ofEachParty(STAGE + "join")
                                .heldBy(ProgrammeProcess.JOIN_DRAFTING)
                                .in(Status.STOPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + "draft")
                                .heldBy(ProposalTasks.DRAFT_PROPOSAL, ProposalTasks.REVISE_PROPOSAL)
                                .in(Status.NEXT, IDEA)
                                .in(Status.SKIPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.ofEachParty(REVIEW)
                                .heldBy(ProposalTasks.REVIEW_PROPOSAL)
                                .in(Status.DONE, CLEARED, READY, SUBMITTED, APPROVED)
                                .in(Status.SKIPPED, WITHDRAWN),
                        CaseStep.ofEachParty(CLEAR)
                                .heldBy(ProposalTasks.CLEAR_PROPOSAL)
                                .in(Status.DONE, CLEARED, READY, SUBMITTED, APPROVED)
                                .in(Status.SKIPPED, WITHDRAWN),
                        CaseStep.joint(STAGE + "choose")
                                .heldBy(ProgrammeProcess.CHOOSE_CALL, ProgrammeProcess.DECIDE_NEXT)
                                .in(Status.DONE, READY, SUBMITTED, APPROVED)
                                .since(Status.STOPPED, STAGE + "withdrawn", WITHDRAWN),
                        CaseStep.joint(STAGE + "submit")
                                .heldBy(SubmissionTasks.all())
                                .since(Status.DONE, "cases.state.APPROVED", APPROVED)
                                .in(Status.SKIPPED, WITHDRAWN));
    }

    @Bean
    SubmittedKind submittedKind() {
        return new SubmittedKind(ProgrammeProcess.KEY);
    }

    /** Since when its country is selected; nothing as long as it is not. */
    private static Optional<StepFact> country(SelectedCountries selected, CaseView view) {
        return selected.current(view.subject())
                .filter(selected::isSelected)
                .map(country -> new StepFact(COUNTRY, null, Status.DONE, COUNTRY, null, country.stateBeneathSince()));
    }
}
