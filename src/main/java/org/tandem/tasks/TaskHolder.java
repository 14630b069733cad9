package org.tandem.tasks;

import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;

/** Who has an open task, in the reader's words: the colleague who claimed it, those it is offered to, or nobody. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class TaskHolder {

    private final Roster roster;
    private final MessageSource messages;

    public String of(OpenTask task) {
        if (task.assignee() != null) {
            return roster.nameOf(task.assignee());
        }
        String groups = task.offers().stream()
                .map(group -> roster.describe(MandatePattern.parse(group)))
                .collect(Collectors.joining(", "));
        return task.abandonedSince() == null
                ? groups
                : messages.getMessage("tasks.nobody", new Object[] {groups}, LocaleContextHolder.getLocale());
    }
}
