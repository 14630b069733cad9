package org.tandem.operations;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.cases.PlainText;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.engine.FailedJob;
import org.tandem.platform.engine.FailedJobs;
import org.tandem.tasks.todo.Todo;
import org.tandem.tasks.todo.TodoRequest;
import org.tandem.tasks.todo.Todos;

/** A failed job or a case at a stand goes to the coordinators of the parties, with a note of the administrator. */
@UseCase
@RequiredArgsConstructor
class GiveToCoordinators {

    /** Longest note, in characters. */
    private static final int MOST = 4_000;

    private final FailedJobs jobs;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Todos todos;

    /** @throws org.tandem.platform.Refused when {@code about} means nothing, is settled, belongs to no case, or to one that is not there */
    Subject find(String about, SignedIn by) {
        OperationsRefused.unlessAdministrator(by);
        if (about.startsWith(Subject.CASE)) {
            CaseId id = new CaseId(about.substring(Subject.CASE.length()));
            cases.readable(id, by);
            return new Subject(about, id);
        }
        if (!about.startsWith(Subject.JOB)) {
            throw OperationsRefused.unknownSubject();
        }
        FailedJob job = jobs.find(about.substring(Subject.JOB.length())).orElseThrow(OperationsRefused::settled);
        if (job.caseId() == null) {
            throw OperationsRefused.noCase();
        }
        return new Subject(about, new CaseId(job.caseId()));
    }

    /** @throws org.tandem.platform.Refused also when the note does not fit, or a colleague was faster */
    Todo give(String about, String typed, SignedIn by) {
        CaseId id = find(about, by).caseId();
        String note = PlainText.of("note", typed, MOST);
        cases.lock(id);
        todos.openAbout(about).ifPresent(asked -> {
            throw Refused.conflict(
                    "tasks.refused.askedAlready",
                    MessageArgument.person(asked.askedBy()),
                    MessageArgument.time(asked.askedAt()));
        });
        String coordinators = groups.allCoordinators(cases.readable(id, by).framework());
        return todos.ask(
                TodoRequest.of(id, about, coordinators).withNote(note), by.personId(), groups.administrators());
    }
}
