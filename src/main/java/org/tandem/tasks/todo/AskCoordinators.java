package org.tandem.tasks.todo;

import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator gives something that does not go on by itself to the coordinators of the case's parties, with a note. */
@UseCase
public class AskCoordinators {

    /** Longest note, in characters. */
    public static final int MOST = 4_000;

    private final Cases cases;
    private final CandidateGroups groups;
    private final Todos todos;

    AskCoordinators(Cases cases, CandidateGroups groups, Todos todos) {
        this.cases = cases;
        this.groups = groups;
        this.todos = todos;
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
                    "tasks.refused.askedAlready",
                    MessageArgument.person(asked.askedBy()),
                    MessageArgument.time(asked.askedAt()));
        });
        return todos.ask(
                TodoRequest.of(id, about, groups.allCoordinators(view.framework()))
                        .noted(note),
                by.personId(),
                groups.administrators());
    }
}
