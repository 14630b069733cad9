package org.tandem.vetting;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.tasks.forms.InvalidForm;

/** What became of one of several decisions. */
record DecisionResult(
        CountryDecision decision, Outcome outcome, @Nullable Refused refusal) {

    private static final Set<String> FIELDS = Stream.of(Vote.values())
            .map(vote -> "form.vetCountry." + vote.field() + ".label")
            .collect(Collectors.toSet());

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

    /** Where one field takes what goes with any decision, it is called as that field is. */
    private static Message asNamedHere(Message words) {
        return new Message(
                words.key(),
                words.args().stream()
                        .map(arg -> arg instanceof Message label && FIELDS.contains(label.key())
                                ? Message.of("vetting.compare.reason")
                                : arg)
                        .toList());
    }

    /** All that is to be said to the director, sentence by sentence. */
    List<Message> sentences() {
        if (refusal instanceof InvalidForm invalid) {
            return invalid.errors().stream()
                    .map(error -> asNamedHere(error.words()))
                    .toList();
        }
        return List.of(refusal == null ? Message.of(code()) : refusal.words());
    }
}
