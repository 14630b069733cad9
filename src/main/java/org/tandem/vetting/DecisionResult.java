package org.tandem.vetting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.FieldError;
import org.tandem.tasks.forms.InvalidForm;

/** What became of one of several decisions. */
record DecisionResult(
        CountryDecision decision, Outcome outcome, @Nullable Refused refusal) {

    enum Outcome {
        RECORDED,
        /** The very same was recorded before: a second click, or a request sent again. */
        RECORDED_BEFORE,
        REFUSED,
        /** The fault is ours; sending it again does no harm. */
        FAILED
    }

    boolean isRecorded() {
        return outcome == Outcome.RECORDED || outcome == Outcome.RECORDED_BEFORE;
    }

    /** Message key of what became of it. */
    String code() {
        return refusal == null
                ? "vetting.compare.result." + outcome
                : refusal.words().key();
    }

    /** Which part of the country's row a refusal is about: its reason, its decision, or all of it. */
    String place() {
        if (refusal == null || refusal.kind() != Refused.Kind.INVALID) {
            return "row";
        }
        return "decision".equals(refusal.field()) ? "decision" : "reason";
    }

    /** All that is to be said to the director, sentence by sentence. */
    List<Message> sentences() {
        if (refusal instanceof InvalidForm invalid) {
            return invalid.errors().stream().map(FieldError::words).toList();
        }
        return List.of(refusal == null ? Message.of(code()) : refusal.words());
    }
}
