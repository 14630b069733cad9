package org.tandem.tasks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;
import org.tandem.tasks.todo.Todo;
import org.tandem.tasks.todo.TodoRequest;
import org.tandem.tasks.todo.Todos;

/**
 * The open tasks of one case after the roster has changed: whom they are for, whether somebody may still do them (D30). The
 * case is taken first and its tasks after it, as people do.
 */
@UseCase
@RequiredArgsConstructor
class LookAtCase {

    /** What a task that asks to name somebody is about: the id of the abandoned one follows. */
    private static final String ABOUT = "abandoned:";

    private final Cases cases;
    private final TaskTable table;
    private final TaskWorks works;
    private final OfferAnew offerAnew;
    private final PossiblePersons possible;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Todos todos;
    private final ObjectProvider<TaskService> engineTasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @return what was done, one sentence each */
    List<Message> look(CaseId id, RosterChange change) {
        // Whoever works on the case meanwhile is not waited for long: it is looked at later.
        jdbc.sql("set local lock_timeout = 500").update();
        cases.lock(id);
        List<Message> done = new ArrayList<>();
        for (OpenTask found : table.openOf(id.value())) {
            // What was done about one task may have ended another.
            table.lock(found.id())
                    .filter(task -> task.state() == OpenTask.State.OPEN)
                    .ifPresent(task -> look(task, change, done));
        }
        todos.openOf(id).stream().map(Todo::about).filter(this::isOver).forEach(todos::settle);
        return done;
    }

    /** Whether it asked for somebody to do a task that nobody needs to do any more, or somebody can do again. */
    private boolean isOver(String about) {
        return about.startsWith(ABOUT)
                && table.find(about.substring(ABOUT.length()))
                        .filter(task -> task.state() == OpenTask.State.OPEN && task.abandonedSince() != null)
                        .isEmpty();
    }

    private void look(OpenTask before, RosterChange change, List<Message> done) {
        OpenTask task = change.alters(before) ? offerAnew.offer(before) : before;
        if (task.assignee() != null && !possible.isOne(task, task.assignee())) {
            release(task);
            done.add(Message.of("tasks.released", MessageArgument.task(task.name()), task.caseId()));
        }
        boolean somebody = possible.isAnybody(task);
        if (!somebody && task.abandonedSince() == null) {
            abandon(task, done);
        } else if (somebody && task.abandonedSince() != null) {
            resume(task);
        }
        if (change.kind() != RosterChange.Kind.LEFT) {
            works.of(task).rosterChanged(task);
        }
    }

    private void release(OpenTask task) {
        table.assign(task.id(), null, null);
        engineTasks.getObject().setAssignee(task.id(), null);
    }

    private void abandon(OpenTask task, List<Message> done) {
        Message words = works.of(task).abandoned(task);
        tell(task, words);
        boolean waits = table.find(task.id())
                .filter(now -> now.state() == OpenTask.State.OPEN)
                .isPresent();
        if (waits) {
            table.abandon(task.id(), clock.instant());
            todos.ask(TodoRequest.of(task.caseOf(), ABOUT + task.id(), whoCanName(task))
                    .named("nameSomebody", words)
                    .withLink("/people"));
        }
        done.add(Message.of(
                waits ? "tasks.consequence.abandoned" : "tasks.consequence.movedOn",
                MessageArgument.task(task.name()),
                task.caseId()));
    }

    /** The coordinators of the parties; those who manage people where there is none. */
    private String whoCanName(OpenTask task) {
        String coordinators = Stream.of(groups.allCoordinators(task.framework()).split(","))
                .filter(group -> roster.anyoneHolds(MandatePattern.parse(group)))
                .collect(Collectors.joining(","));
        return coordinators.isEmpty() ? groups.administrators() : coordinators;
    }

    private void resume(OpenTask task) {
        works.of(task).possibleAgain(task);
        table.resume(task.id(), clock.instant());
        tell(task, Message.of("tasks.history.possibleAgain", MessageArgument.task(task.name())));
    }

    private void tell(OpenTask task, Message words) {
        history.add(task.caseOf(), CaseEntry.Kind.ROSTER, null, null, words, null);
        CaseView view = cases.find(task.caseOf()).orElseThrow();
        cases.parties(view.framework())
                .forEach(party ->
                        history.tell(task.caseOf(), groups.coordinators(party, view.framework()), words, null));
    }
}
