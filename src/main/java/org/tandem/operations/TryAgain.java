package org.tandem.operations;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.engine.FailedJob;
import org.tandem.platform.engine.FailedJobs;
import org.tandem.platform.engine.FailureCause;

/**
 * An administrator lets the engine try a failed job again, and learns at once what came of it. No use case in one transaction: a
 * failure must be recorded although the try is undone.
 */
@Component
@RequiredArgsConstructor
class TryAgain {

    private final FailedJobs jobs;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final TransactionTemplate transaction;

    /** @param failedAgain why, null when it succeeded */
    record Outcome(FailedJob job, Optional<FailureCause> failedAgain) {}

    /** @throws org.tandem.platform.Refused when it is settled already */
    Outcome tryAgain(String jobId, SignedIn by) {
        OperationsRefused.unlessAdministrator(by);
        FailedJob job = jobs.find(jobId).orElseThrow(OperationsRefused::settled);
        Optional<FailureCause> failedAgain = tried(jobId);
        if (failedAgain.isEmpty() && job.caseId() != null) {
            transaction.executeWithoutResult(status -> record(job, by));
        }
        return new Outcome(job, failedAgain);
    }

    private Optional<FailureCause> tried(String jobId) {
        try {
            return jobs.tryAgain(jobId);
        } catch (FailedJobs.Gone somebodyWasFaster) {
            throw OperationsRefused.settled();
        }
    }

    private void record(FailedJob job, SignedIn by) {
        history.add(
                new CaseId(job.caseId()),
                CaseEntry.Kind.STEP,
                by.personId(),
                groups.administrators(),
                Message.of("operations.history.triedAgain", job.step()),
                null);
    }
}
