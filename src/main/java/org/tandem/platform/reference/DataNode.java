package org.tandem.platform.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a YAML file that knows its line and its key, so that a complaint can name both. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class DataNode {

    @Getter
    private final String file;

    /** Where this value stands, such as {@code areas[2].code}. */
    @Getter
    private final String path;

    private final Node node;

    public static DataNode read(ReferenceFile file) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(file.text()));
            if (root == null) {
                throw new BrokenReference(file.name(), 1, "", "is empty");
            }
            return new DataNode(file.name(), "", root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenReference(file.name(), line, "", "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new BrokenReference(file.name(), 1, "", "is not YAML: " + e.getMessage());
        }
    }

    /** The complaint about this value. */
    public BrokenReference broken(String why) {
        return new BrokenReference(file, line(), path, why);
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** Checks that this is a map with all of the one kind of keys and at most the other; says so in its own name. */
    public DataNode keys(Collection<String> required, Collection<String> optional) {
        Map<String, Node> entries = entries();
        for (MappingKey key : mappingKeys()) {
            if (!required.contains(key.name()) && !optional.contains(key.name())) {
                throw new BrokenReference(
                        file, key.line(), child(key.name()), "unknown key; known are " + sorted(required, optional));
            }
        }
        for (String key : required) {
            if (!entries.containsKey(key)) {
                throw new BrokenReference(file, line(), child(key), "this key is missing");
            }
        }
        return this;
    }

    public DataNode keys(String... required) {
        return keys(List.of(required), List.of());
    }

    public boolean has(String key) {
        Node value = entries().get(key);
        return value != null && !isNull(value);
    }

    public Set<String> keyNames() {
        return new LinkedHashSet<>(entries().keySet());
    }

    public DataNode at(String key) {
        Node value = entries().get(key);
        if (value == null) {
            throw new BrokenReference(file, line(), child(key), "this key is missing");
        }
        return new DataNode(file, child(key), value);
    }

    public String text(String key) {
        return at(key).asText();
    }

    public @Nullable String textOrNull(String key) {
        return has(key) ? at(key).asText() : null;
    }

    public boolean flag(String key) {
        DataNode value = at(key);
        if (!value.node.getTag().equals(Tag.BOOL)) {
            throw value.broken("must be true or false");
        }
        return Boolean.parseBoolean(value.scalar());
    }

    public @Nullable Integer integerOrNull(String key) {
        if (!has(key)) {
            return null;
        }
        DataNode value = at(key);
        if (!value.node.getTag().equals(Tag.INT)) {
            throw value.broken("must be a whole number");
        }
        return Integer.valueOf(value.scalar());
    }

    public int integer(String key) {
        Integer value = integerOrNull(key);
        if (value == null) {
            throw at(key).broken("must be a whole number");
        }
        return value;
    }

    public @Nullable Long longOrNull(String key) {
        if (!has(key)) {
            return null;
        }
        DataNode value = at(key);
        if (!value.node.getTag().equals(Tag.INT)) {
            throw value.broken("must be a whole number");
        }
        return Long.valueOf(value.scalar());
    }

    /** A date as precise as it is known: {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, in quotes. */
    public @Nullable String dateOrNull(String key) {
        String text = textOrNull(key);
        if (text != null && !isDate(text)) {
            throw at(key).broken("must be a date like \"2020\", \"2020-09\" or \"2020-09-16\", not " + text);
        }
        return text;
    }

    public List<DataNode> list(String key) {
        return at(key).items();
    }

    public <T> List<T> list(String key, Function<DataNode, T> reader) {
        return list(key).stream().map(reader).toList();
    }

    public List<String> texts(String key) {
        return list(key, DataNode::asText);
    }

    public List<DataNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("must be a list");
        }
        List<DataNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new DataNode(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    public String asText() {
        if (!(node instanceof ScalarNode) || !node.getTag().equals(Tag.STR)) {
            throw broken("must be text; put it in quotes if it looks like a number, a date, yes or no");
        }
        if (scalar().isBlank()) {
            throw broken("must not be empty");
        }
        return scalar().strip();
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** This value without its place: maps, lists, texts, numbers, truth values. */
    public @Nullable Object plain() {
        if (node instanceof MappingNode) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            entries().keySet().forEach(key -> map.put(key, at(key).plain()));
            return map;
        }
        if (node instanceof SequenceNode) {
            List<@Nullable Object> list = new ArrayList<>();
            items().forEach(item -> list.add(item.plain()));
            return list;
        }
        return plainScalar();
    }

    private @Nullable Object plainScalar() {
        if (isNull(node)) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar());
        }
        if (node.getTag().equals(Tag.INT)) {
            return Long.valueOf(scalar());
        }
        return node.getTag().equals(Tag.FLOAT) ? (Object) Double.valueOf(scalar()) : scalar();
    }

    private String scalar() {
        return ((ScalarNode) node).getValue();
    }

    private Map<String, Node> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("must be a map of keys and values");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            if (entries.put(key, tuple.getValueNode()) != null) {
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                throw new BrokenReference(file, line, child(key), "stands here twice");
            }
        });
        return entries;
    }

    private List<MappingKey> mappingKeys() {
        return ((MappingNode) node)
                .getValue().stream()
                        .map(tuple -> new MappingKey(
                                ((ScalarNode) tuple.getKeyNode()).getValue(),
                                tuple.getKeyNode().getStartMark().getLine() + 1))
                        .toList();
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String sorted(Collection<String> required, Collection<String> optional) {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        return String.join(", ", all);
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static boolean isDate(String text) {
        try {
            switch (text.length()) {
                case 4 -> java.time.Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private record MappingKey(String name, int line) {}
}
