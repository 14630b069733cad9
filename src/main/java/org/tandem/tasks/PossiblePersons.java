package org.tandem.tasks;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;

/** Who may still do an open task: those it is offered to, without those whom a rule of the stage keeps from it. */
@Component
@RequiredArgsConstructor
class PossiblePersons {

    private final Roster roster;
    private final TaskWorks works;

    boolean isAnybody(OpenTask task) {
        TaskWork work = works.of(task);
        return offeredTo(task).stream()
                .anyMatch(person -> work.obstacle(task, person).isEmpty());
    }

    List<SignedIn> offeredTo(OpenTask task) {
        return roster.reached(task.offers().stream().map(MandatePattern::parse).toList());
    }
}
