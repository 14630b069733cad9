package org.tandem.submission;

import static org.tandem.submission.SubmissionState.APPROVED;
import static org.tandem.submission.SubmissionState.APPROVED_IN_PART;
import static org.tandem.submission.SubmissionState.CLARIFICATION;
import static org.tandem.submission.SubmissionState.DEFERRED;
import static org.tandem.submission.SubmissionState.PREPARING;
import static org.tandem.submission.SubmissionState.RC_CONSULTATION;
import static org.tandem.submission.SubmissionState.READY;
import static org.tandem.submission.SubmissionState.RECEIPT_SHOWN;
import static org.tandem.submission.SubmissionState.REJECTED;
import static org.tandem.submission.SubmissionState.SUBMITTED;
import static org.tandem.submission.SubmissionState.WITHDRAWN;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseReader;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.funds.Funds;
import org.tandem.platform.Role;
import org.tandem.platform.web.StageLine.Status;

/** A submission of a programme to a call: read by the Resident Coordinator from the consultation on, by the fund what it received (D43). */
@Configuration(proxyBeanMethods = false)
class SubmissionCaseType {

    private static final String STAGE = "submission.stage.";

    @Bean
    CaseType submissionCase(Funds funds, SubmittedKind submitted) {
        return CaseType.of(SubmissionProcess.KEY)
                .below(OpenSubmission.LETTER, submitted.kind())
                .states(CaseTone.INFO, PREPARING, RC_CONSULTATION, SUBMITTED)
                .states(CaseTone.WAIT, RECEIPT_SHOWN, CLARIFICATION, DEFERRED)
                .states(CaseTone.DONE, READY)
                .ends(CaseTone.DONE, APPROVED, APPROVED_IN_PART)
                .ends(CaseTone.STOP, REJECTED, WITHDRAWN)
                .register("/submissions", 27, "submission.nav")
                .reader(new CaseReader(Role.RESIDENT_COORDINATOR, CaseReader.About.COUNTRY, names(PREPARING)))
                .reader(new CaseReader(
                        Role.FUND_CLERK,
                        CaseReader.About.FUND,
                        names(PREPARING, RC_CONSULTATION, READY, WITHDRAWN),
                        true))
                .words(view -> Stream.ofNullable(view.fund())
                        .flatMap(code -> funds.find(code).stream())
                        .flatMap(fund -> Stream.<@Nullable String>of(fund.code(), fund.shortName(), fund.name())))
                .steps(
                        CaseStep.joint(STAGE + "prepare")
                                .heldBy(SubmissionTasks.PREPARE_PACKAGE)
                                .in(Status.STOPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + "consult")
                                .heldBy(
                                        SubmissionTasks.ANSWER_CONSULTATION,
                                        SubmissionTasks.WEIGH_COMMENTS,
                                        SubmissionTasks.MEET_OBJECTION)
                                .in(Status.NEXT, PREPARING, RC_CONSULTATION)
                                .in(Status.SKIPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + "handIn")
                                .heldBy(
                                        SubmissionTasks.HAND_IN_PROPOSAL,
                                        SubmissionTasks.MEET_CLOSING,
                                        SubmissionTasks.CONFIRM_HAND_IN)
                                .in(Status.NEXT, PREPARING, RC_CONSULTATION, READY, RECEIPT_SHOWN)
                                .in(Status.SKIPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + "decide")
                                .heldBy(
                                        SubmissionTasks.RECORD_FUND_ANSWER,
                                        SubmissionTasks.ANSWER_CLARIFICATION,
                                        SubmissionTasks.RESUBMIT_REVISED,
                                        SubmissionTasks.WITHDRAW_AT_FUND)
                                .since(Status.DONE, "cases.state.APPROVED", APPROVED)
                                .since(Status.DONE, "cases.state.APPROVED_IN_PART", APPROVED_IN_PART)
                                .since(Status.STOPPED, "cases.state.REJECTED", REJECTED)
                                .since(Status.STOPPED, STAGE + "withdrawn", WITHDRAWN));
    }

    private static Set<String> names(SubmissionState... but) {
        return Stream.of(SubmissionState.values())
                .filter(state -> !Set.of(but).contains(state))
                .map(Enum::name)
                .collect(Collectors.toSet());
    }
}
