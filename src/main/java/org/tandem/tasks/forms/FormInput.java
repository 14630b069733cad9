package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;

/**
 * Answers as they were sent, nothing checked and nothing lost: what is shown again after an error and what a draft keeps.
 * Names beginning with an underscore belong to the page around the form and are left out.
 */
public final class FormInput {

    /** Largest submission in bytes of UTF-8, names included. */
    public static final int MOST_BYTES = 200 * 1024;

    /** Says which version of the form was filled in. */
    private static final String VERSION = "_form";

    /** Nothing in it is taken back once it fits: texts of any length are looked at in one go. */
    private static final Pattern CODES =
            Pattern.compile("[A-Z_]++|true|[0-9]{0,4}+(?:\n[0-9]{1,4}+)++|(?:[0-9a-f-]{36,64}+\n?+)++");

    private final Map<String, List<String>> values;
    private final @Nullable String version;

    private FormInput(Map<String, List<String>> values) {
        this(values, null);
    }

    private FormInput(Map<String, List<String>> values, @Nullable String version) {
        this.values = Collections.unmodifiableMap(values);
        this.version = version;
    }

    /** From request parameters or a stored draft. */
    public static FormInput of(Map<String, List<String>> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, sent) -> put(values, name, sent));
        return new FormInput(
                values,
                parameters.getOrDefault(VERSION, List.of()).stream().findFirst().orElse(null));
    }

    /** From a JSON object or from values known beforehand; objects within become dotted names, lists of objects rows. */
    public static FormInput ofValues(Map<String, ? extends @Nullable Object> object) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        flatten(values, "", object);
        return new FormInput(values, object.get(VERSION) instanceof String version ? version : null);
    }

    /** The same form with other answers. */
    FormInput with(Map<String, List<String>> answers) {
        return new FormInput(new LinkedHashMap<>(answers), version);
    }

    public static FormInput empty() {
        return new FormInput(Map.of());
    }

    /** These answers, and those of the other where these have none. */
    public FormInput orElse(FormInput other) {
        Map<String, List<String>> both = new LinkedHashMap<>(other.values);
        both.putAll(values);
        return new FormInput(both, version);
    }

    /** What was answered under names that begin with this, without it; what was left empty is no answer. */
    public FormInput beneath(String prefix) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        values.forEach((name, sent) -> {
            if (name.startsWith(prefix) && !sent.stream().allMatch(String::isBlank)) {
                own.put(name.substring(prefix.length()), sent);
            }
        });
        return new FormInput(own, version);
    }

    /** Without the answers of these names. */
    public FormInput without(Set<String> names) {
        return only(name -> !names.contains(name));
    }

    public FormInput only(Predicate<String> wanted) {
        Map<String, List<String>> kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(wanted.negate());
        return new FormInput(kept, version);
    }

    /** What somebody wrote, however short, by the name of its field: to be taken along when the form is gone. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, sent) -> texts.put(name, String.join("\n", sent)));
        // Codes are what was ticked.
        texts.values().removeIf(text -> text.isBlank() || CODES.matcher(text).matches());
        return texts;
    }

    /** These answers and one more to this field. */
    public FormInput plus(String name, String answer) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(name, Stream.concat(get(name).stream(), Stream.of(answer)).toList());
        return new FormInput(more, version);
    }

    public Map<String, List<String>> asMap() {
        return values;
    }

    /** Deployment of the form that was filled in; null when nobody said. */
    public @Nullable String version() {
        return version;
    }

    List<String> get(String name) {
        return values.getOrDefault(name, List.of());
    }

    Set<String> names() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** As large as it would be kept: cleaning makes some texts longer. */
    void refuseIfTooLarge() {
        long bytes = 0;
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            bytes += entry.getKey().length();
            for (String value : entry.getValue()) {
                bytes += 1
                        + (value.length() > MOST_BYTES
                                ? value.length()
                                : TextRules.clean(value).getBytes(StandardCharsets.UTF_8).length);
            }
        }
        if (bytes > MOST_BYTES) {
            throw new Refused(Refused.Kind.TOO_LARGE, "tasks.form.tooLarge", MOST_BYTES / 1024);
        }
    }

    private static void flatten(Map<String, List<String>> values, String prefix, Map<?, ?> object) {
        object.forEach((key, value) -> {
            String name = prefix + key;
            if (value instanceof Map<?, ?> inner) {
                flatten(values, name + ".", inner);
            } else if (value instanceof List<?> rows
                    && !rows.isEmpty()
                    && rows.stream().allMatch(row -> row instanceof Map)) {
                put(
                        values,
                        name,
                        IntStream.range(0, rows.size())
                                .mapToObj(String::valueOf)
                                .toList());
                for (int row = 0; row < rows.size(); row++) {
                    flatten(values, name + "." + row + ".", (Map<?, ?>) rows.get(row));
                }
            } else if (value instanceof List<?> list) {
                put(values, name, list.stream().map(FormInput::text).toList());
            } else if (value != null) {
                put(values, name, List.of(text(value)));
            }
        });
    }

    private static void put(Map<String, List<String>> values, String name, List<String> sent) {
        if (!name.startsWith("_")) {
            values.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(sent);
        }
    }

    /** Numbers without exponent unless that would be a trap: 1E+999999999 is to be refused, not written out. */
    private static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? text(BigDecimal.valueOf(number)) : number.toString();
        }
        if (value instanceof BigDecimal number) {
            return Math.abs(number.scale()) > 50 ? number.toString() : number.toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
