package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Money;

/**
 * Answers that passed every rule of their form. Texts are normalised and trimmed; what was left empty, hidden or not yours to
 * fill in is not here.
 */
public final class FormValues {

    private final Map<String, Object> values;

    FormValues(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static FormValues none() {
        return new FormValues(Map.of());
    }

    public Optional<String> text(String name) {
        return value(name, String.class);
    }

    /** The chosen answer as a constant of the enum whose names are the option values. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name).map(value -> Enum.valueOf(type, value));
    }

    /** What was ticked in a checklist; nothing when nothing was. */
    public List<String> chosen(String name) {
        return value(name, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String.class::cast)
                .toList();
    }

    /** Ids of the files that came with a form. */
    public List<UUID> files(String name) {
        Object files = values.getOrDefault(name, List.of());
        return (files instanceof List<?> several ? several.stream() : Stream.of(files))
                .map(id -> UUID.fromString(id.toString()))
                .toList();
    }

    public Optional<BigDecimal> number(String name) {
        return value(name, BigDecimal.class);
    }

    public Optional<Money> money(String name) {
        return value(name, Money.class);
    }

    public boolean ticked(String name) {
        return value(name, Boolean.class).orElse(false);
    }

    public Optional<LocalDate> date(String name) {
        return value(name, LocalDate.class);
    }

    public Optional<LocalTime> time(String name) {
        return value(name, LocalTime.class);
    }

    /** A date with time, read in the reader's own zone. */
    public Optional<Instant> instant(String name) {
        return value(name, Instant.class);
    }

    /** The rows of a list, each with the answers under the names they have within a row. */
    public List<FormValues> rows(String name) {
        return value(name, List.class).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(FormValues.class::cast)
                .toList();
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All answers, groups with a path as maps within the map. */
    public Map<String, Object> asMap() {
        return nested(values);
    }

    /** As conditions see it: amounts are numbers, rows are maps. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Money money) {
            return money.amount();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FormValues::plain).toList();
        }
        if (value instanceof FormValues row) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            row.values.forEach((name, answer) -> plain.put(name, plain(answer)));
            return nested(plain);
        }
        return value;
    }

    static Map<String, Object> nested(Map<String, ? extends @Nullable Object> flat) {
        Map<String, Object> root = new LinkedHashMap<>();
        flat.forEach((name, value) -> {
            Map<String, Object> place = root;
            String rest = name;
            for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
                place = inner(place, rest.substring(0, dot));
                rest = rest.substring(dot + 1);
            }
            place.put(rest, value);
        });
        return root;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> place, String key) {
        return (Map<String, Object>) place.computeIfAbsent(key, unused -> new LinkedHashMap<String, Object>());
    }

    private <T> Optional<T> value(String name, Class<T> type) {
        Object value = values.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("The answer to “" + name + "” is of type "
                    + value.getClass().getSimpleName() + ", not " + type.getSimpleName() + ".");
        }
        return Optional.ofNullable(type.cast(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
