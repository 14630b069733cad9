package org.tandem.support;

import java.util.Set;
import org.tandem.people.MandatePattern;
import org.tandem.platform.UseCase;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
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

    AnswerRequest(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(SupportProcess.ANSWER_REQUEST);
    }

    @Override
    public void complete(TaskContext task, FormValues values) {
        SupportRequest request = requests.of(task.caseId());
        if (values.choice("decision", Reply.class).orElseThrow() == Reply.ANSWER) {
            request.answer(values.text("answer").orElseThrow(), task.person(), task.actingAs(), task.now());
            String askedAs = request.view().askedAs();
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
