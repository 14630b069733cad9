package org.tandem.tasks;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.models.TaskDeclaration;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Why somebody a task is offered to cannot do it at this moment: for whoever sends its form, and for the page beforehand. */
@Component
@RequiredArgsConstructor
class TaskObstacles {

    private final TaskWorks works;
    private final TaskDeclarations declarations;

    Optional<Refused> of(OpenTask task, CaseView view, SignedIn who) {
        if (task.assignee() != null && !task.assignee().equals(who.personId())) {
            return Optional.of(TaskRefused.claimedBy(task.assignee().toString(), String.valueOf(task.claimedAt())));
        }
        TaskDeclaration declared = declarations.of(task);
        if (view.suspendedBy() != null && !declared.goesOn(TaskDeclaration.PAUSED)) {
            return Optional.of(new CaseRefused.Suspended(view));
        }
        if (view.waitingSince() != null && !declared.goesOn(TaskDeclaration.WAITING)) {
            return Optional.of(new CaseRefused.Waiting(view));
        }
        return works.of(task).obstacle(task, who);
    }
}
