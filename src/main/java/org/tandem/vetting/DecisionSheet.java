package org.tandem.vetting;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a director has typed for several countries, exactly as it was typed. It travels with the form from step to step, so
 * that nothing is kept anywhere before it is sent.
 *
 * @param entries by task
 * @param sharedDecision what is to be set for several at once
 */
record DecisionSheet(Map<String, Entry> entries, String sharedDecision, String sharedReason) {

    static final DecisionSheet EMPTY = new DecisionSheet(Map.of(), "", "");

    record Entry(String caseId, String decision, String reason, boolean ticked) {

        public boolean isDecided() {
            return !decision.isEmpty();
        }

        public @Nullable Vote vote() {
            return Arrays.stream(Vote.values())
                    .filter(vote -> vote.name().equals(decision))
                    .findFirst()
                    .orElse(null);
        }
    }

    static DecisionSheet of(Map<String, String[]> parameters) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> ticked = new HashSet<>(Arrays.asList(parameters.getOrDefault("tick", new String[0])));
        parameters.forEach((name, values) -> {
            if (name.startsWith("case.")) {
                String task = name.substring("case.".length());
                entries.put(
                        task,
                        new Entry(
                                values[0],
                                first(parameters, "decision." + task),
                                first(parameters, "reason." + task),
                                ticked.contains(task)));
            }
        });
        return new DecisionSheet(entries, first(parameters, "sharedDecision"), first(parameters, "sharedReason"));
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    public Entry of(String task) {
        return entries.getOrDefault(task, new Entry("", "", "", false));
    }

    /** The shared decision and reason, set for these tasks in place of what stood there. */
    DecisionSheet spread(Collection<Candidate> to) {
        Map<String, Entry> next = new LinkedHashMap<>(entries);
        to.forEach(candidate ->
                next.put(candidate.task(), new Entry(candidate.caseId(), sharedDecision, sharedReason, false)));
        return new DecisionSheet(next, "", "");
    }

    /** Without these: they are recorded. */
    DecisionSheet without(Collection<String> tasks) {
        Map<String, Entry> next = new LinkedHashMap<>(entries);
        next.keySet().removeAll(tasks);
        return new DecisionSheet(next, sharedDecision, sharedReason);
    }

    /** What is to be sent; countries left open are not among them. */
    List<CountryDecision> decisions() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().isDecided())
                .map(entry -> new CountryDecision(
                        entry.getValue().caseId(),
                        entry.getKey(),
                        entry.getValue().vote(),
                        entry.getValue().reason()))
                .toList();
    }
}
