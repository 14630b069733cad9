package org.tandem.models.soundness;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is known about one process.
 *
 * @param file where it was read
 * @param complete whether every state was looked at and every element understood
 * @param states how many states were looked at
 * @param assumptions what was taken for granted, in sentences
 * @param gaps why it is not complete, in sentences
 */
public record SoundnessReport(
        String file,
        Element process,
        boolean complete,
        int states,
        List<SoundnessFinding> findings,
        List<String> assumptions,
        List<String> gaps) {

    static final String LIMIT_REACHED = "the limit was reached";

    public SoundnessReport {
        findings = List.copyOf(findings);
        assumptions = List.copyOf(assumptions);
        gaps = List.copyOf(gaps);
    }

    /** The same with more that keeps it from being complete. */
    SoundnessReport with(List<String> furtherGaps) {
        List<String> all = Stream.concat(gaps.stream(), furtherGaps.stream()).toList();
        return new SoundnessReport(file, process, false, states, findings, assumptions, all);
    }

    /** Proven, not merely not refuted. */
    public boolean isProvenSound() {
        return complete && findings.isEmpty();
    }

    private String looked() {
        return gaps.contains(LIMIT_REACHED) ? "stopped at " + states + " states, " : states + " states looked at, ";
    }

    /** The last line about a process, as in {@code sound, explored completely: 12 states}. */
    public String summary() {
        String verdict = !findings.isEmpty() ? "not sound" : complete ? "sound" : "no flaw found";
        String extent = complete
                ? "explored completely: " + states + " states"
                : "not completely: " + looked() + String.join(", ", gaps);
        return verdict + ", " + extent;
    }
}
