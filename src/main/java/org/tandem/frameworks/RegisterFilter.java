package org.tandem.frameworks;

import org.jspecify.annotations.Nullable;

/** What a reader is looking for in a register. */
record RegisterFilter(
        @Nullable String q,
        @Nullable String framework,
        @Nullable String country,
        @Nullable String state) {

    public boolean isEmpty() {
        return isBlank(q) && isBlank(framework) && isBlank(country) && isBlank(state);
    }

    boolean asksFor(String ofFramework, Enum<?> inState) {
        return (isBlank(framework) || ofFramework.equals(framework))
                && (isBlank(state) || inState.name().equals(state));
    }

    boolean hasCountry() {
        return !isBlank(country);
    }

    String words() {
        return q == null ? "" : q;
    }

    public String countryCode() {
        return country == null ? "" : country.toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
