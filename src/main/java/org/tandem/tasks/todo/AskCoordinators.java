package org.tandem.tasks.todo;

import java.time.Clock;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator gives something that does not go on by itself to the coordinators of the case's parties, with a note. */
@UseCase
public class AskCoordinators {

    /** Longest note, in characters. */
    public static final int MOST = 4_000;

    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Todos todos;
    private final TodoProcess process;
    private final Clock clock;

    AskCoordinators(
            Cases cases, CaseHistory history, CandidateGroups groups, Todos todos, TodoProcess process, Clock clock) {
        this.cases = cases;
        this.history = history;
        this.groups = groups;
        this.todos = todos;
        this.process = process;
        this.clock = clock;
    }

    /**
     * @param about what it is about; asked once as long as it is open
     * @throws Refused when this person is no administrator, the note does not fit, or a colleague has asked already
     */
    public Todo ask(CaseId id, String about, String typed, SignedIn by) {
        if (!by.isAdministrator()) {
            throw Refused.forbidden("tasks.refused.administratorsAsk");
        }
        String note = PlainText.of("note", typed, MOST);
        cases.lock(id);
        CaseView view = cases.readable(id, by);
        todos.openAbout(about).ifPresent(asked -> {
            throw Refused.conflict(
                    "tasks.refused.askedAlready", "person:" + asked.askedBy(), "time:" + asked.askedAt());
        });
        Todo todo = new Todo(process.asked(view), id.value(), about, note, by.personId(), clock.instant());
        todos.add(todo);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                by.personId(),
                groups.administrators(),
                Message.of("tasks.history.askedToSee", "groups:" + groups.allCoordinators(view.framework())),
                note);
        return todo;
    }
}
