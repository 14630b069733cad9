package org.tandem.programme;

import static org.tandem.proposal.ProposalState.AGENCY_REVIEW;
import static org.tandem.proposal.ProposalState.CLEARED;
import static org.tandem.proposal.ProposalState.DRAFTING;
import static org.tandem.proposal.ProposalState.IDEA;
import static org.tandem.proposal.ProposalState.READY;
import static org.tandem.proposal.ProposalState.REVISION;
import static org.tandem.proposal.ProposalState.WITHDRAWN;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseTone;
import org.tandem.cases.CaseType;
import org.tandem.platform.web.StageLine.Status;

/** A joint programme: one record from the first idea on (D34). It comes up on a country in selection, or goes before it. */
@Configuration(proxyBeanMethods = false)
class ProgrammeCaseType {

    static final char LETTER = 'P';

    private static final String STAGE = "programme.stage.";

    @Bean
    CaseType programmeCase() {
        return CaseType.of(ProgrammeProcess.KEY)
                .below(LETTER, "selection")
                .states(CaseTone.INFO, IDEA, DRAFTING, AGENCY_REVIEW)
                .states(CaseTone.WAIT, REVISION)
                .states(CaseTone.DONE, CLEARED, READY)
                .ends(CaseTone.STOP, WITHDRAWN)
                .register("/programmes", 25, "programme.nav")
                .steps(
                        CaseStep.ofEachParty(STAGE + "join")
                                .heldBy(ProgrammeProcess.JOIN_DRAFTING)
                                .in(Status.STOPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.joint(STAGE + "draft")
                                .heldBy("draftProposal", "reviseProposal")
                                .in(Status.NEXT, IDEA)
                                .in(Status.SKIPPED, WITHDRAWN)
                                .otherwise(Status.DONE),
                        CaseStep.ofEachParty(STAGE + "review")
                                .heldBy("reviewProposal")
                                .in(Status.DONE, CLEARED, READY)
                                .in(Status.SKIPPED, WITHDRAWN),
                        CaseStep.ofEachParty(STAGE + "clear")
                                .heldBy("clearProposal")
                                .in(Status.DONE, CLEARED, READY)
                                .in(Status.SKIPPED, WITHDRAWN),
                        CaseStep.joint(STAGE + "choose")
                                .heldBy(ProgrammeProcess.CHOOSE_CALL)
                                .since(Status.STOPPED, STAGE + "withdrawn", WITHDRAWN));
    }
}
