package org.tandem.submission;

/** Port: the kind of case whose proposals are submitted, as the stage that leads them declares it. */
public record SubmittedKind(String kind) {}
