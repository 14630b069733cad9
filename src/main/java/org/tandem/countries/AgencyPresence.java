package org.tandem.countries;

import org.jspecify.annotations.Nullable;

/**
 * One agency in one country.
 *
 * @param region code of the agency's region, none if the agency files the country nowhere
 * @param kind how the agency is or is not present, in its own terms, where the data say so
 */
public record AgencyPresence(
        String agency,
        String iso3,
        @Nullable String region,
        boolean present,
        @Nullable String kind) {}
