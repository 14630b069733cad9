package org.tandem.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of a really driven case, made into a statement that writes it once for every case of the mass: what names the case
 * is put in anew, ids get the number of the case in front, times move with it, all else stays.
 *
 * @param types of the columns, by name and in order
 * @param values as text; null where the row has none
 */
record RowTemplate(String table, Map<String, String> types, Map<String, @Nullable String> values) {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

    /**
     * @param facts column of the mass by the text that stands for it in the driven case
     * @param of which cases of the mass
     */
    String insert(Map<String, String> facts, List<String> ownIds, String of) {
        Map<String, String> columns = new LinkedHashMap<>();
        types.forEach((column, type) -> columns.put(column, expression(values.get(column), type, facts, ownIds)));
        return "insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
                + String.join(", ", columns.values()) + " from bench.mass m where " + of + " order by m.n";
    }

    private static String expression(
            @Nullable String value, String type, Map<String, String> facts, List<String> ownIds) {
        if (value == null) {
            return "cast(null as " + type + ")";
        }
        if (type.startsWith("timestamp")) {
            return "cast('" + value + "' as " + type + ") - m.age";
        }
        String text = text(value, facts, ownIds);
        return type.equals("text") ? text : "cast(" + text + " as " + type + ")";
    }

    private static String text(String value, Map<String, String> facts, List<String> ownIds) {
        Pattern tokens = Pattern.compile(
                facts.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")) + "|"
                        + UUID);
        StringBuilder sql = new StringBuilder();
        Matcher found = tokens.matcher(value);
        int from = 0;
        while (found.find()) {
            if (found.group(1) != null && !ownIds.contains(found.group())) {
                continue;
            }
            sql.append(quoted(value.substring(from, found.start()))).append(" || ");
            sql.append(found.group(1) == null ? facts.get(found.group()) : "m.hex || '" + found.group(1) + "'");
            sql.append(" || ");
            from = found.end();
        }
        return sql.append(quoted(value.substring(from))).toString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
