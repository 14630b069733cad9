package org.tandem.tasks;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.TransactionBuffer;

/**
 * Whether somebody may do the tasks a case has come to: four eyes may leave nobody where the roster has somebody. Asked about
 * new tasks, and about those that were offered to who has just done another one; looked up at the end of the transaction, seen
 * to afterwards.
 */
@Component
@RequiredArgsConstructor
class CheckNewTasks {

    private final PossiblePersons possible;
    private final RosterChanges changes;
    private final TransactionBuffer<OpenTask> tasks = new TransactionBuffer<>(this::check);

    void add(OpenTask task) {
        if (task.abandonedSince() == null) {
            tasks.add(task);
        }
    }

    private void check(List<OpenTask> all) {
        possible.nobodys(all).stream().map(OpenTask::caseOf).distinct().forEach(changes::look);
    }
}
