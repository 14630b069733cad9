package org.tandem.submission;

import org.tandem.cases.CaseId;

/** A submission has reached a new state; whoever leads its programme moves that along. */
public record SubmissionMoved(CaseId submission, CaseId programme, SubmissionState state) {}
