package org.tandem.platform.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds what somebody means by a name: accents, case, blanks and hyphens do not matter, a name of two things means neither. */
public final class NameIndex<T> {

    /** Nothing has a longer name; more is not looked at. */
    private static final int LONGEST = 300;

    private final Map<String, Optional<T>> byName = new HashMap<>();

    public NameIndex(Collection<T> all, Function<T, Collection<String>> names) {
        for (T one : all) {
            for (String name : names.apply(one)) {
                byName.merge(
                        key(name), Optional.of(one), (first, other) -> first.equals(other) ? first : Optional.empty());
            }
        }
    }

    public Optional<T> find(@Nullable String typed) {
        return typed == null || typed.length() > LONGEST
                ? Optional.empty()
                : byName.getOrDefault(key(typed), Optional.empty());
    }

    private static String key(String name) {
        return Folding.fold(name).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
