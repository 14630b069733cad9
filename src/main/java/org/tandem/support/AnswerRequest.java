package org.tandem.support;

import java.time.Clock;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.forms.FormValues;

/** A focal point or technical adviser of the party chosen answers, or refers the request back (S-017). */
@UseCase
class AnswerRequest implements TaskWork {

    /** What whoever was asked may do. */
    enum Reply {
        ANSWER,
        REFER
    }

    private final SupportRequests requests;
    private final SupportProcess process;
    private final Cases cases;
    private final CaseHistory history;
    private final Clock clock;

    AnswerRequest(SupportRequests requests, SupportProcess process, Cases cases, CaseHistory history, Clock clock) {
        this.requests = requests;
        this.process = process;
        this.cases = cases;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String taskKey() {
        return SupportProcess.ANSWER_REQUEST;
    }

    @Override
    public void complete(OpenTask task, FormValues values, SignedIn who) {
        String actingAs = Tasks.offerFor(task, who).orElseThrow();
        switch (values.choice("decision", Reply.class).orElseThrow()) {
            case ANSWER -> answer(task, values.text("answer").orElseThrow(), actingAs, who);
            case REFER -> refer(task, values.text("reason").orElseThrow(), actingAs, who);
        }
    }

    private void answer(OpenTask task, String text, String actingAs, SignedIn who) {
        CaseId id = task.caseOf();
        SupportRequest request = requests.of(id);
        request.answer(text, who.personId(), actingAs, clock.instant());
        requests.saveAndFlush(request);
        cases.move(id, SupportState.DONE.name(), null);
        Message answered = Message.of("support.history.answered");
        history.add(id, CaseEntry.Kind.DECISION, who.personId(), actingAs, answered, text);
        String askedAs = request.view().askedAs();
        history.tell(id, askedAs, answered, who.personId());
        process.answered(task.id(), askedAs);
    }

    private void refer(OpenTask task, String reason, String actingAs, SignedIn who) {
        CaseId id = task.caseOf();
        SupportRequest request = requests.of(id);
        request.referBack();
        requests.saveAndFlush(request);
        cases.move(id, SupportState.OPEN.name(), null);
        history.add(
                id,
                CaseEntry.Kind.DECISION,
                who.personId(),
                actingAs,
                Message.of("support.history.referred", MessageArgument.agency(task.party())),
                reason);
        process.referredBack(task.id());
    }
}
