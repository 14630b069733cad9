package org.tandem.funds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;

/**
 * One thing known about a fund, ready to show: a text, or parts.
 *
 * @param key of the data, for a translated label
 * @param verification none when the data say nothing about how sure this is
 */
record Detail(
        String key,
        @Nullable String text,
        List<Detail> parts,
        @Nullable Verification verification,
        @Nullable String basis) {

    private static final String BASIS = "basis";
    private static final String BASIS_OF = "_basis";

    /** What to show, with texts, numbers and names of countries in the reader's language. */
    static List<Detail> of(Map<String, Object> data, Countries countries, Locale locale) {
        return new Reader(countries, locale).parts(data);
    }

    /** The label for keys without a translation. */
    public String plainLabel() {
        String words = key.replace('_', ' ').strip();
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private record Reader(Countries countries, Locale locale) {

        List<Detail> parts(Map<?, ?> data) {
            Map<String, @Nullable Object> known = new LinkedHashMap<>();
            data.forEach((key, value) -> known.put(String.valueOf(key), value));
            return known.entrySet().stream()
                    .filter(entry -> entry.getValue() != null)
                    .filter(entry -> !entry.getKey().equals(BASIS) && !isBasisOfAnother(entry.getKey(), known))
                    .map(entry -> detail(
                            entry.getKey(),
                            Objects.requireNonNull(entry.getValue()),
                            known.get(entry.getKey() + BASIS_OF)))
                    .toList();
        }

        private static boolean isBasisOfAnother(String key, Map<String, @Nullable Object> known) {
            return key.endsWith(BASIS_OF) && known.containsKey(key.substring(0, key.length() - BASIS_OF.length()));
        }

        private Detail detail(String key, Object value, @Nullable Object basisBeside) {
            Object basis = value instanceof Map<?, ?> map && map.get(BASIS) != null ? map.get(BASIS) : basisBeside;
            Verification verification = basis == null ? null : Verification.of(basis.toString());
            String why = basis == null ? null : basis.toString();
            if (value instanceof Map<?, ?> map) {
                return new Detail(key, null, parts(map), verification, why);
            }
            if (value instanceof List<?> list) {
                return list(key, list, verification, why);
            }
            return new Detail(key, text(key, value), List.of(), verification, why);
        }

        private Detail list(String key, List<?> list, @Nullable Verification verification, @Nullable String why) {
            if (list.stream().noneMatch(Map.class::isInstance)) {
                String joined = list.stream().map(value -> text(key, value)).collect(Collectors.joining(", "));
                return new Detail(key, joined, List.of(), verification, why);
            }
            List<Detail> parts = new ArrayList<>();
            list.forEach(value -> parts.add(detail("", value, null)));
            return new Detail(key, null, parts, verification, why);
        }

        private String text(String key, Object value) {
            if (value instanceof Number number) {
                return key.equals("year") || key.equals("n")
                        ? number.toString()
                        : java.text.NumberFormat.getInstance(locale).format(number);
            }
            String text = String.valueOf(value);
            return text.matches("[A-Z]{3}")
                    ? countries
                            .find(text)
                            .map((Country country) -> country.name(locale))
                            .orElse(text)
                    : text;
        }
    }
}
