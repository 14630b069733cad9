package org.tandem.vetting;

/** A director's answer. RETURN is no vote: it sends the file back with a question and voids what was given. */
public enum Vote {
    APPROVE("conditions"),
    DECLINE("reason"),
    RETURN("question");

    private final String field;

    Vote(String field) {
        this.field = field;
    }

    /** The field of the form that holds what goes with this answer. */
    String field() {
        return field;
    }
}
