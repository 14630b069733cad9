package org.tandem.models.soundness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way in which the process goes wrong, with the run that shows it.
 *
 * @param element where it goes wrong
 * @param trace what happened, from the start to the bad state; empty for what never happens
 * @param holding what holds a token in the bad state
 */
public record SoundnessFinding(Flaw flaw, Element element, List<Element> trace, List<Element> holding) {

    public SoundnessFinding {
        trace = List.copyOf(trace);
        holding = List.copyOf(holding);
    }

    /** The trace as ids, as in {@code start → split → join}. */
    public String road() {
        return trace.stream().map(Element::id).collect(Collectors.joining(" → "));
    }

    /** What is wrong and the run that shows it, for people. */
    public String problem() {
        String run = trace.isEmpty() ? "" : " Trace: " + road() + ".";
        String tokens = holding.isEmpty()
                ? ""
                : " Tokens then: " + holding.stream().map(Element::id).collect(Collectors.joining(", ")) + ".";
        return flaw + ": " + flaw.problem() + run + tokens;
    }
}
