package org.tandem.models.drawing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tandem.models.soundness.Element;
import org.tandem.models.soundness.SoundnessFinding;

/** Where a counter-example went, by the ids of the diagram. */
record Run(String flawed, List<String> trace, List<String> holding) {

    static Run of(SoundnessFinding finding) {
        return new Run(finding.element().id(), ids(finding.trace()), ids(finding.holding()));
    }

    private static List<String> ids(List<Element> elements) {
        return elements.stream().map(Element::id).toList();
    }

    boolean holds(String id) {
        return holding.contains(id);
    }

    boolean isFlawed(String id) {
        return flawed.equals(id);
    }

    /** The numbers of the steps in which it was passed, as in {@code 2, 5}; empty if never. */
    String steps(String id) {
        return IntStream.range(0, trace.size())
                .filter(step -> trace.get(step).equals(id))
                .mapToObj(step -> String.valueOf(step + 1))
                .collect(Collectors.joining(", "));
    }

    /** Whether the run may have gone along this flow: it was at the one end, and later at the other or still is. */
    boolean passed(String source, String target) {
        int from = trace.indexOf(source);
        return from >= 0 && (trace.subList(from + 1, trace.size()).contains(target) || holds(target));
    }
}
