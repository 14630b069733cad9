package org.tandem.tasks;

import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.ArgumentNaming;

/** The name of a task by its key, in the reader's language: what inbox, page and history call it. */
@Component
@RequiredArgsConstructor
class TaskNames implements ArgumentNaming {

    private final ObjectProvider<MessageSource> messages;

    @Override
    public String kind() {
        return "task";
    }

    @Override
    public String name(String taskKey, Locale locale) {
        return messages.getObject().getMessage("task." + taskKey, null, taskKey, locale);
    }
}
