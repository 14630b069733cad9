package org.tandem.dashboard;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.countries.Region;

/**
 * What part of the work is looked at, as it stands in the address; nothing chosen is null or empty.
 *
 * @param framework short code
 * @param area an area with its framework, {@code FFA-A3}; its code alone beside a framework; {@code FFA-*} for all of one
 * @param regions region per agency, {@code ILO} to {@code AFRICA}; all of them must hold
 * @param flags of countries, ldc and crisis; all of them must hold
 */
record View(@Nullable String framework, @Nullable String area, Map<String, String> regions, Set<String> flags) {

    /** Between regions of one agency: no country lies in two of them. */
    static final String SEVERAL = ",";

    static final View ALL = new View(null, null, Map.of(), Set.of());

    /** @param parameters all values of one name, null when there is none */
    static View parse(Function<String, String @Nullable []> parameters) {
        Map<String, String> regions = new LinkedHashMap<>();
        for (String region : values(parameters.apply("region"))) {
            int colon = region.indexOf(':');
            regions.merge(
                    colon < 0 ? "" : region.substring(0, colon),
                    region.substring(colon + 1),
                    (one, other) -> one + SEVERAL + other);
        }
        return new View(
                first(parameters.apply("framework")),
                first(parameters.apply("area")),
                regions,
                values(parameters.apply("flag")));
    }

    static @Nullable String first(String @Nullable [] values) {
        return values(values).stream().findFirst().orElse(null);
    }

    private static Set<String> values(String @Nullable [] values) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : values == null ? new String[0] : values) {
            if (!value.isBlank()) {
                chosen.add(value.strip().replace("\0", ""));
            }
        }
        return chosen;
    }

    View in(String otherFramework) {
        return new View(otherFramework, area, regions, flags);
    }

    View in(Region region) {
        Map<String, String> more = new LinkedHashMap<>(regions);
        more.put(region.agency(), region.code());
        return new View(framework, area, more, flags);
    }

    public boolean narrows() {
        return !equals(ALL);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    Query query() {
        Query query = new Query().and("framework", framework).and("area", area);
        regions.forEach((agency, region) -> query.and("region", agency + ":" + region));
        flags.forEach(flag -> query.and("flag", flag));
        return query;
    }
}
