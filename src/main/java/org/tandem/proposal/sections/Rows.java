package org.tandem.proposal.sections;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a section says. */
final class Rows {

    private Rows() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> of(Map<String, Object> content, String list) {
        return (List<Map<String, Object>>) content.getOrDefault(list, List.of());
    }

    static Optional<String> text(Map<String, Object> row, String field) {
        return Optional.ofNullable(row.get(field))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** What was chosen, one or several. */
    static List<String> chosen(Map<String, Object> content, String field) {
        Object chosen = content.getOrDefault(field, List.of());
        return (chosen instanceof List<?> several ? several : List.of(chosen))
                .stream().map(String::valueOf).toList();
    }
}
