package org.tandem.frameworks;

/** How many assessments of a framework are done, of how many. */
public record AssessmentFigures(String framework, int done, int total) {}
