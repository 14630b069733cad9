package org.tandem.frameworks;

/** How far an assessment is (S-078). */
public enum AssessmentState {
    PROPOSED,
    STARTING,
    UNDER_WAY,
    DONE
}
