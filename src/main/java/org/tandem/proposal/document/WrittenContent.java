package org.tandem.proposal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;
import org.tandem.proposal.document.Paper.Block;

/**
 * Writes any content, whatever part it is of: texts as texts, lists as tables, everything else as what it is called and what
 * it says. Nothing that was frozen is left out.
 */
@RequiredArgsConstructor
final class WrittenContent {

    private static final int LONG = 150;
    private static final int DEEPEST = 3;
    private static final List<String> NAMING = List.of("organisation", "name", "title", "number");

    private final PaperWords words;
    private final Locale locale;

    /** What was chosen in words, by the path of the field and what was chosen. */
    private final BiFunction<String, String, Optional<String>> chosen;

    /** By which form it was written; its messages name the fields. */
    private final String form;

    private final List<Block> blocks = new ArrayList<>();

    List<Block> write(JsonNode content, int level) {
        write(content, level, "");
        return blocks;
    }

    private void write(JsonNode node, int level, String path) {
        if (node.isArray()) {
            writeList(node, level, path);
        } else if (node.isObject()) {
            writeFields(node, level, path);
        } else if (!isEmpty(node)) {
            blocks.add(new Paper.Text(value(path, node)));
        }
    }

    private void writeFields(JsonNode node, int level, String path) {
        List<List<String>> facts = new ArrayList<>();
        for (String inner : paths(node, path)) {
            JsonNode field = node.get(name(inner));
            if (isEmpty(field)) {
                continue;
            }
            if (field.isValueNode() && isShort(field)) {
                facts.add(List.of(words.label(locale, form, inner), value(inner, field)));
                continue;
            }
            flush(facts);
            if (node.size() > 1) {
                heading(level, words.label(locale, form, inner));
            }
            write(field, level + 1, inner);
        }
        flush(facts);
    }

    private void heading(int level, String text) {
        blocks.add(new Paper.Heading(Math.min(level, DEEPEST), "", text));
    }

    private void flush(List<List<String>> facts) {
        if (!facts.isEmpty()) {
            blocks.add(new Paper.Table(List.of(), List.copyOf(facts)));
            facts.clear();
        }
    }

    private void writeList(JsonNode list, int level, String path) {
        if (!isListOfRows(list)) {
            list.forEach(row -> blocks.add(new Paper.Text("• " + cell(path, row))));
        } else if (elements(list).anyMatch(row -> depth(row) > 1)) {
            int number = 1;
            for (JsonNode row : list) {
                heading(level, nameOf(row, path).orElse(String.valueOf(number++)));
                writeFields(row, level + 1, path);
            }
        } else {
            table(elements(list).flatMap(row -> rows(row, path)).toList());
        }
    }

    /** How many lists of rows stand within each other below a row. */
    private static int depth(JsonNode row) {
        return elements(row)
                .filter(WrittenContent::isListOfRows)
                .mapToInt(list ->
                        1 + elements(list).mapToInt(WrittenContent::depth).max().orElse(0))
                .max()
                .orElse(0);
    }

    private Optional<String> nameOf(JsonNode row, String path) {
        return NAMING.stream()
                .filter(row::hasNonNull)
                .findFirst()
                .map(name -> value(path.isEmpty() ? name : path + "." + name, row.get(name)));
    }

    private void table(List<Map<String, String>> rows) {
        List<String> paths =
                ordered(rows.stream().flatMap(row -> row.keySet().stream())).toList();
        blocks.add(new Paper.Table(
                paths.stream().map(path -> words.label(locale, form, path)).toList(),
                rows.stream()
                        .map(row -> paths.stream()
                                .map(path -> row.getOrDefault(path, ""))
                                .toList())
                        .toList()));
    }

    /** Cells by their paths; rows within a row become rows of their own that begin like it. */
    private Stream<Map<String, String>> rows(JsonNode row, String path) {
        Map<String, String> cells = new LinkedHashMap<>();
        Optional<String> nested = Optional.empty();
        for (String inner : paths(row, path)) {
            if (nested.isEmpty() && isListOfRows(row.get(name(inner)))) {
                nested = Optional.of(inner);
            } else {
                cells.put(inner, cell(inner, row.get(name(inner))));
            }
        }
        return nested.map(inner -> elements(row.get(name(inner)))
                        .flatMap(below -> rows(below, inner))
                        .map(below -> {
                            Map<String, String> all = new LinkedHashMap<>(cells);
                            all.putAll(below);
                            return all;
                        }))
                .orElse(Stream.of(cells));
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    private static boolean isListOfRows(JsonNode node) {
        return node.isArray() && !node.isEmpty() && elements(node).allMatch(JsonNode::isObject);
    }

    private List<String> paths(JsonNode node, String path) {
        return ordered(node.properties().stream()
                        .map(field -> path.isEmpty() ? field.getKey() : path + "." + field.getKey()))
                .toList();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** In the order of the form; what the form does not have comes after it, by name. */
    private Stream<String> ordered(Stream<String> paths) {
        List<String> order = words.order(form);
        return paths.distinct()
                .sorted(Comparator.comparingInt((String path) -> {
                            int at = order.indexOf(path);
                            return at < 0 ? Integer.MAX_VALUE : at;
                        })
                        .thenComparing(Comparator.naturalOrder()));
    }

    private String cell(String path, JsonNode node) {
        if (node.isArray()) {
            return elements(node).map(one -> cell(path, one)).collect(Collectors.joining("; "));
        }
        if (node.isObject()) {
            return paths(node, path).stream()
                    .map(inner -> words.label(locale, form, inner) + ": " + cell(inner, node.get(name(inner))))
                    .collect(Collectors.joining("; "));
        }
        return node.isNull() ? "" : value(path, node);
    }

    private String value(String path, JsonNode node) {
        String value = node.asText();
        return chosen.apply(path, value).orElseGet(() -> words.value(locale, form, path, value));
    }

    private static boolean isShort(JsonNode node) {
        String text = node.asText();
        return text.length() <= LONG && text.indexOf('\n') < 0;
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isContainerNode()
                ? node.isEmpty()
                : node.isNull() || node.asText().isBlank();
    }
}
