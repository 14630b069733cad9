package org.tandem.vetting;

/** A director's answer. RETURN is no vote: it sends the file back with a question and voids what was given. */
public enum Vote {
    APPROVE,
    DECLINE,
    RETURN
}
