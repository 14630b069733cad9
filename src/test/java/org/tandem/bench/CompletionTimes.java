package org.tandem.bench;

import java.util.List;

/** How long the completions of one side took, by step. */
final class CompletionTimes {

    private final List<Samples> byStep =
            Side.STEPS.stream().map(step -> new Samples()).toList();

    void take(Side.Steps steps) throws Exception {
        for (Samples samples : byStep) {
            samples.time(steps.next());
        }
    }

    /** The mean of the steps' medians, in milliseconds: what a completion costs on the way through a case. */
    double mean() {
        return byStep.stream().mapToDouble(Samples::medianMillis).average().orElseThrow();
    }

    static void tell(String part, CompletionTimes ours, CompletionTimes theirs, String size, Rows rows) {
        for (int step = 0; step < Side.STEPS.size(); step++) {
            Samples mine = ours.byStep.get(step);
            Samples other = theirs.byStep.get(step);
            rows.add(
                    part + ": " + Side.STEPS.get(step),
                    size,
                    mine.medianMillis(),
                    other.medianMillis(),
                    "ms, median",
                    mine.spread() + " / " + other.spread());
        }
        rows.add(part + ": all steps", size, ours.mean(), theirs.mean(), "ms, mean of the medians", "");
    }
}
