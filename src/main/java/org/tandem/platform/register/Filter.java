package org.tandem.platform.register;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * How a reader narrows a register. What nobody knows finds nothing.
 *
 * @param key its name in the address
 * @param label message key; null for one that stands in links only
 * @param property of which only values that occur are offered; null when all are
 * @param narrow by its value, and those of all filters
 * @param known what there is to choose from, in order; null for a text to type
 * @param ofOneGroup offered only while what occurs is of one group, e.g. the areas of one framework
 */
public record Filter<R>(
        String key,
        @Nullable String label,
        @Nullable String property,
        @Nullable Supplier<List<Choice>> known,
        @With boolean ofOneGroup,
        BiFunction<String, Map<String, String>, Condition<R>> narrow) {

    /** Of the values known, those that occur. */
    public static <R> Filter<R> on(String key, String label, String property, Supplier<List<Choice>> known) {
        return new Filter<>(key, label, property, known, false, (value, all) -> Condition.is(property, value));
    }

    /** The same for what does more than compare. */
    public Filter<R> narrowing(Function<String, Condition<R>> other) {
        return new Filter<>(key, label, property, known, ofOneGroup, (value, all) -> other.apply(value));
    }

    /** The same for what means something else beside other filters. */
    public Filter<R> beside(BiFunction<String, Map<String, String>, Condition<R>> other) {
        return new Filter<>(key, label, property, known, ofOneGroup, other);
    }

    public static <R> Filter<R> among(
            String key, String label, Supplier<List<Choice>> known, Function<String, Condition<R>> narrow) {
        return new Filter<>(key, label, null, known, false, (value, all) -> narrow.apply(value));
    }

    public static <R> Filter<R> text(String key, String label, Function<String, Condition<R>> narrow) {
        return new Filter<>(key, label, null, null, false, (value, all) -> narrow.apply(value));
    }

    public static <R> Filter<R> inLinks(String key, String property) {
        return new Filter<>(key, null, property, null, false, (value, all) -> Condition.is(property, value));
    }
}
