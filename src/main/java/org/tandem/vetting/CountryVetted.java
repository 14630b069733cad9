package org.tandem.vetting;

import org.tandem.cases.CaseId;

/** All votes of a vetting are in and opened. */
public record CountryVetted(CaseId caseId, VettingState outcome) {}
