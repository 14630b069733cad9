package org.tandem.platform.register;

import java.util.Locale;
import java.util.function.Function;
import org.springframework.data.domain.Sort;

/**
 * An order of the rows, by properties that are never null; the register adds what makes it total.
 *
 * @param key its name in the address
 * @param label message key
 * @param sort by the reader's language, because names are sorted as the language does
 */
public record Order(String key, String label, Function<Locale, Sort> sort) {

    /** @param properties such as {@code name}, or {@code -since} for the latest first */
    public static Order by(String key, String label, String... properties) {
        return new Order(key, label, locale -> sort(properties));
    }

    public static Sort sort(String... properties) {
        return properties.length == 0
                ? Sort.unsorted()
                : Sort.by(java.util.Arrays.stream(properties)
                        .map(property -> property.startsWith("-")
                                ? Sort.Order.desc(property.substring(1))
                                : Sort.Order.asc(property))
                        .toList());
    }
}
