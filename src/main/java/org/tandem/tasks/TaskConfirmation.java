package org.tandem.tasks;

import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.tasks.forms.FormInput;

/**
 * What a person has just decided by a task, and who sees it: the answer chosen, or {@code task.<task>.done} where it is none of
 * fixed ones; and {@code task.<task>.audience}. Each may be said of one answer, such as {@code task.<task>.done.PROPOSE}.
 */
@Component
@RequiredArgsConstructor
class TaskConfirmation {

    private final MessageSource messages;
    private final TaskForms forms;

    Message of(OpenTask done, FormInput typed) {
        String answer = forms.of(done).answer(typed).orElse("");
        String chosen = answer.substring(answer.lastIndexOf('.') + 1);
        String what = "task." + done.key() + ".done";
        String audience = "task." + done.key() + ".audience";
        return Message.of(
                "tasks.flash.done",
                MessageArgument.task(done.name()),
                Message.of(first(what + "." + chosen, what, answer, "tasks.flash.sent")),
                Message.of(first(audience + "." + chosen, audience, "tasks.audience")));
    }

    private String first(String... keys) {
        return Stream.of(keys)
                .filter(key -> messages.getMessage(key, null, null, Locale.ENGLISH) != null)
                .findFirst()
                .orElseThrow();
    }
}
