package org.tandem.support;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** A focal point or technical adviser of the party chosen answers, or refers the request back (S-017). */
@UseCase
@RequiredArgsConstructor
class AnswerRequest implements TaskWork {

    /** What whoever was asked may do. */
    enum Reply {
        ANSWER,
        REFER
    }

    private final SupportRequests requests;
    private final SupportProcess process;
    private final Cases cases;

    @Override
    public Set<String> taskKeys() {
        return Set.of(SupportProcess.ANSWER_REQUEST);
    }

    /** The request goes back to be routed; drawn as the event "Answerer gone". */
    @Override
    public Message abandoned(OpenTask task) {
        CaseId id = task.caseOf();
        SupportRequest request = requests.of(id);
        request.referBack();
        requests.saveAndFlush(request);
        cases.move(id, SupportState.OPEN.name(), null);
        process.answererGone(id);
        return Message.of("support.history.answererGone", MessageArgument.agency(task.party()));
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        SupportRequest request = requests.of(task.caseId());
        if (values.choice("decision", Reply.class).orElseThrow() == Reply.ANSWER) {
            request.answer(values.text("answer").orElseThrow(), task.person(), task.actingAs(), task.now());
            String askedAs = request.askedAs();
            task.tell(askedAs);
            task.set("party", MandatePattern.parse(askedAs).agency());
        } else {
            request.referBack();
            task.set("party", null);
        }
        requests.saveAndFlush(request);
        task.complete(values);
    }
}
