package org.tandem.vetting;

import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** A director's answer. RETURN is no vote: it sends the file back with a question and voids what was given. */
@Getter(AccessLevel.PACKAGE)
@RequiredArgsConstructor
public enum Vote {
    APPROVE("conditions"),
    DECLINE("reason"),
    RETURN("question");

    /** The field of the form that holds what goes with this answer. */
    private final String field;
}
