package org.tandem.proposal;

import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.StepFact;
import org.tandem.platform.web.StageLine.Status;

/** Which parties have reviewed and cleared the version on the table, for the stage line of a case. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ProposalSteps {

    private final ProposalAnswers answers;

    /**
     * @param review key of the step in which it is reviewed
     * @param clear key of the step in which it is cleared
     */
    public List<StepFact> facts(CaseView view, String review, String clear) {
        if (!ProposalState.isFrozen(view)) {
            return List.of();
        }
        return answers.of(view.caseId()).stream()
                .filter(answer -> answer.stands() && answer.isYes())
                .map(answer -> fact(answer.step() == ProposalAnswer.Step.REVIEW ? review : clear, answer))
                .toList();
    }

    private static StepFact fact(String step, ProposalAnswer answer) {
        return new StepFact(step, answer.party(), Status.DONE, step, answer.person(), answer.at());
    }
}
