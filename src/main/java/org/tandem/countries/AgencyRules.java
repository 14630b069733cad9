package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.reference.DataNode;

/**
 * An agency with the rules that place it in countries.
 *
 * @param regionColumn the column that names the region; without one, {@code regionsByCountry} does
 * @param presentValues values of the presence column that mean "present"
 * @param presentIn the countries listed, when presence is a list
 */
record AgencyRules(
        Agency agency,
        DataNode node,
        @Nullable String regionColumn,
        Map<String, String> regionsByCountry,
        @Nullable String presenceColumn,
        Set<String> presentValues,
        Set<String> absentValues,
        @Nullable List<String> presentIn) {

    AgencyPresence place(CountryRow row) {
        String region = region(row);
        String kind = presenceColumn == null ? null : kind(row, presenceColumn);
        return new AgencyPresence(
                agency.code(), row.iso3(), region, isPresent(row, region, kind), isYesOrNo(kind) ? null : kind);
    }

    private @Nullable String region(CountryRow row) {
        if (regionColumn == null) {
            return regionsByCountry.get(row.iso3());
        }
        String value = row.columnOf(regionColumn, this);
        if (value.isEmpty()) {
            return null;
        }
        String code = codeOf(value);
        if (agency.region(code).isEmpty()) {
            throw row.broken(regionColumn, "%s has no region %s".formatted(agency.code(), value));
        }
        return code;
    }

    private String kind(CountryRow row, String column) {
        String value = row.columnOf(column, this);
        if (!presentValues.contains(value) && !absentValues.contains(value)) {
            throw row.broken(
                    column,
                    "%s knows no presence \"%s\"; name it under presence.values or presence.otherValues"
                            .formatted(agency.code(), value));
        }
        return value;
    }

    private boolean isPresent(CountryRow row, @Nullable String region, @Nullable String kind) {
        if (kind != null) {
            return presentValues.contains(kind);
        }
        return presentIn == null ? region != null : presentIn.contains(row.iso3());
    }

    private static boolean isYesOrNo(@Nullable String kind) {
        return "true".equals(kind) || "false".equals(kind);
    }

    /** "Eastern and Southern Africa" is EASTERN_AND_SOUTHERN_AFRICA. */
    private static String codeOf(String value) {
        return value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
