package org.tandem.platform.register;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field of a row for machines: a column of the file, and a field of the API where it is not for files alone.
 *
 * @param name in the API
 * @param heading in the file
 */
record Datum<R>(String name, String heading, Class<?> type, boolean inApi, Function<R, @Nullable Object> value) {

    /** {@code noDirector} is {@code no_director} in files. */
    static String headingOf(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String text(R row) {
        Object of = value.apply(row);
        if (of instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (of instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return of == null ? "" : of.toString();
    }
}
