package org.tandem.submission;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.cases.CaseView;

/** Where a submission stands (S-011). READY: all there is to be handed in; RECEIPT_SHOWN: handed in before, recorded after closing. */
public enum SubmissionState {
    PREPARING,
    RC_CONSULTATION,
    READY,
    RECEIPT_SHOWN,
    SUBMITTED,
    CLARIFICATION,
    DEFERRED,
    APPROVED,
    APPROVED_IN_PART,
    REJECTED,
    WITHDRAWN;

    /** A change of the text overtakes it. */
    static final Set<SubmissionState> BEFORE_HAND_IN = EnumSet.of(PREPARING, RC_CONSULTATION, READY, RECEIPT_SHOWN);

    /** The fund has it. */
    static final Set<SubmissionState> AT_FUND = EnumSet.of(SUBMITTED, CLARIFICATION, DEFERRED);

    static SubmissionState of(CaseView view) {
        return valueOf(view.stateBeneath());
    }

    public boolean isApproved() {
        return this == APPROVED || this == APPROVED_IN_PART;
    }

    /** It is one that was handed in, or may have been. */
    boolean isHandedIn() {
        return !BEFORE_HAND_IN.contains(this);
    }

    static Stream<SubmissionState> open() {
        return Stream.of(BEFORE_HAND_IN, AT_FUND).flatMap(Set::stream);
    }
}
