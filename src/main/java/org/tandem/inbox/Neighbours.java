package org.tandem.inbox;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseTitles;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskList;

/** What stands before and after a task in the list it was opened from; in templates {@code ${@neighbours.of(…)}}. */
@Component("neighbours")
@Transactional(readOnly = true)
@RequiredArgsConstructor
class Neighbours {

    private final TaskList list;
    private final CaseTitles titles;
    private final CurrentPerson currentPerson;

    record Neighbour(String path, String subject) {}

    /** @param back address of the list */
    record Around(@Nullable Neighbour previous, @Nullable Neighbour next, String back) {}

    /** @param query what the address of the list asks for */
    public Around of(OpenTask task, @Nullable String query) {
        InboxAddress address = address(query);
        List<OpenTask> tasks = list.page(currentPerson.get(), address.filter()).tasks();
        int at = tasks.stream().map(OpenTask::id).toList().indexOf(task.id());
        return new Around(
                neighbour(tasks, at < 0 ? -1 : at - 1, address), neighbour(tasks, at + 1, address), address.path());
    }

    private static InboxAddress address(@Nullable String query) {
        try {
            return query == null ? InboxAddress.START : InboxPages.address(query);
        } catch (Refused damaged) {
            return InboxAddress.START;
        }
    }

    private @Nullable Neighbour neighbour(List<OpenTask> tasks, int at, InboxAddress address) {
        if (at < 0 || at >= tasks.size()) {
            return null;
        }
        OpenTask task = tasks.get(at);
        return new Neighbour(
                task.path() + "?_task=" + task.id() + address.carried(),
                titles.inShort(task.framework(), task.country(), task.area()));
    }
}
