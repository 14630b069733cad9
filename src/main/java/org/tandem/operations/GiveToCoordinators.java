package org.tandem.operations;

import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;
import org.tandem.platform.engine.FailedJob;
import org.tandem.platform.engine.FailedJobs;
import org.tandem.tasks.todo.AskCoordinators;
import org.tandem.tasks.todo.Todo;

/** A failed job or a case at a stand goes to the coordinators of the parties, with a note of the administrator. */
@Component
class GiveToCoordinators {

    private final FailedJobs jobs;
    private final Cases cases;
    private final AskCoordinators askCoordinators;

    GiveToCoordinators(FailedJobs jobs, Cases cases, AskCoordinators askCoordinators) {
        this.jobs = jobs;
        this.cases = cases;
        this.askCoordinators = askCoordinators;
    }

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
    Todo give(String about, String note, SignedIn by) {
        return askCoordinators.ask(find(about, by).caseId(), about, note, by);
    }
}
