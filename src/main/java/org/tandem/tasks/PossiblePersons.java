package org.tandem.tasks;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
        return isAnybody(task, offeredTo(task));
    }

    /** Whether this person is one of them. */
    boolean isOne(OpenTask task, UUID person) {
        return isAnybody(
                task,
                offeredTo(task).stream()
                        .filter(one -> one.personId().equals(person))
                        .toList());
    }

    private boolean isAnybody(OpenTask task, List<SignedIn> persons) {
        TaskWork work = works.of(task);
        return persons.stream().anyMatch(person -> work.obstacle(task, person).isEmpty());
    }

    /** Those of the tasks that nobody may do; everybody they are offered to is read by one statement. */
    List<OpenTask> nobodys(List<OpenTask> tasks) {
        List<SignedIn> persons = roster.reached(
                tasks.stream().flatMap(PossiblePersons::offers).distinct().toList());
        return tasks.stream()
                .filter(task -> !isAnybody(
                        task,
                        persons.stream()
                                .filter(person -> offers(task).anyMatch(offer -> offer.isHeldBy(person)))
                                .toList()))
                .toList();
    }

    private List<SignedIn> offeredTo(OpenTask task) {
        return roster.reached(offers(task).toList());
    }

    private static Stream<MandatePattern> offers(OpenTask task) {
        return task.offers().stream().map(MandatePattern::parse);
    }
}
