package org.tandem.tasks;

import java.util.LinkedHashSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.TransactionBuffer;

/**
 * Whether somebody may do the tasks a case has come to: four eyes may leave nobody where the roster has somebody. Looked up at
 * the end of the transaction that created or completed one, seen to afterwards.
 */
@Component
@RequiredArgsConstructor
class CheckNewTasks {

    private final TaskTable table;
    private final PossiblePersons possible;
    private final RosterChanges changes;
    private final TransactionBuffer<CaseId> moved = new TransactionBuffer<>(this::check);

    void movedOn(CaseId id) {
        moved.add(id);
    }

    private void check(List<CaseId> ids) {
        new LinkedHashSet<>(ids).stream().filter(this::isAbandoned).forEach(changes::look);
    }

    private boolean isAbandoned(CaseId id) {
        return table.openOf(id.value()).stream()
                .anyMatch(task -> task.abandonedSince() == null && !possible.isAnybody(task));
    }
}
