package org.tandem.operations;

import org.tandem.cases.CaseId;

/**
 * What is given to coordinators: {@code job:} and the id of a failed job, or {@code case:} and the id of a case at a stand. Under
 * that name the work given is found again beside it.
 */
record Subject(String about, CaseId caseId) {

    static final String JOB = "job:";
    static final String CASE = "case:";

    static String ofJob(String id) {
        return JOB + id;
    }

    static String ofCase(String id) {
        return CASE + id;
    }
}
