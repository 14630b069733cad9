package org.tandem.proposal;

import org.tandem.cases.CaseId;

/** A text that was reviewed or cleared is written again: what was said of it is void. */
public record ProposalReopened(CaseId caseId) {}
