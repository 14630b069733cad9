package org.tandem.divergence;

import org.jspecify.annotations.Nullable;

/**
 * The filter of the register as it stands in the address; nothing chosen is null.
 *
 * @param area with its framework, such as FFA-A3
 * @param state a state of S-030, or OPEN for all that are not settled
 * @param matter the case it came up on
 */
record WantedRegister(
        @Nullable String framework,
        @Nullable String area,
        @Nullable String country,
        @Nullable String subject,
        @Nullable String level,
        @Nullable String state,
        @Nullable String matter,
        @Nullable Integer page) {

    WantedRegister {
        framework = chosen(framework);
        area = chosen(area);
        country = chosen(country);
        subject = chosen(subject);
        level = chosen(level);
        state = chosen(state);
        matter = chosen(matter);
    }

    private static @Nullable String chosen(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.replace("\0", "");
    }

    int number() {
        return page == null ? 1 : Math.max(1, Math.min(page, 100_000));
    }

    public boolean narrows() {
        return framework != null
                || area != null
                || country != null
                || subject != null
                || level != null
                || state != null
                || matter != null;
    }
}
