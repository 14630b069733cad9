package org.tandem.operations;

import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.engine.FailedJob;
import org.tandem.platform.engine.FailedJobs;

/**
 * What is given to coordinators: {@code job:} and the id of a failed job, or {@code case:} and the id of a case at a stand. Under
 * that name the work given is found again beside it.
 */
record Subject(String about, CaseId caseId) {

    private static final String JOB = "job:";
    private static final String CASE = "case:";

    static String ofJob(String id) {
        return JOB + id;
    }

    static String ofCase(String id) {
        return CASE + id;
    }

    /** Finds out what is meant. */
    @Component
    static class Finder {

        private final FailedJobs jobs;

        Finder(FailedJobs jobs) {
            this.jobs = jobs;
        }

        /** @throws org.tandem.platform.Refused when it means nothing, is settled, or belongs to no case */
        Subject find(String about) {
            if (about.startsWith(CASE)) {
                return new Subject(about, new CaseId(about.substring(CASE.length())));
            }
            if (!about.startsWith(JOB)) {
                throw OperationsRefused.unknownSubject();
            }
            FailedJob job = jobs.find(about.substring(JOB.length())).orElseThrow(OperationsRefused::settled);
            if (job.caseId() == null) {
                throw OperationsRefused.noCase();
            }
            return new Subject(about, new CaseId(job.caseId()));
        }
    }
}
