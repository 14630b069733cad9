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
 * What a director has typed for several countries, exactly as it was typed. It travels with the form from step to step, and
 * stands in a draft until it is sent.
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

    /** Names and values as the page sends them, and as its draft keeps them. */
    static DecisionSheet of(Map<String, List<String>> parameters) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Set<String> ticked = new HashSet<>(parameters.getOrDefault("tick", List.of()));
        parameters.forEach((name, values) -> {
            if (name.startsWith("case.")) {
                String task = name.substring("case.".length());
                entries.put(
                        task,
                        new Entry(
                                values.get(0),
                                first(parameters, "decision." + task),
                                first(parameters, "reason." + task),
                                ticked.contains(task)));
            }
        });
        return new DecisionSheet(entries, first(parameters, "sharedDecision"), first(parameters, "sharedReason"));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    Map<String, List<String>> asMap() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        entries.forEach((task, entry) -> {
            if (entry.isDecided() || !entry.reason().isEmpty()) {
                map.put("case." + task, List.of(entry.caseId()));
                map.put("decision." + task, List.of(entry.decision()));
                map.put("reason." + task, List.of(entry.reason()));
            }
        });
        if (!sharedDecision.isEmpty() || !sharedReason.isEmpty()) {
            map.put("sharedDecision", List.of(sharedDecision));
            map.put("sharedReason", List.of(sharedReason));
        }
        return map;
    }

    List<String> sharedTexts() {
        return sharedReason.isBlank() ? List.of() : List.of(sharedReason);
    }

    DecisionSheet withoutShared() {
        return new DecisionSheet(entries, "", "");
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
