package org.tandem.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.FigureScope;
import org.tandem.frameworks.Framework;

/**
 * A view looked up in the data and in what the reader may read: the cases to count.
 *
 * @param area code of the area, null for all
 * @param countries those with the flags wanted, null when none is wanted
 */
record Scope(
        View view,
        List<Framework> frameworks,
        @Nullable String area,
        @Nullable Set<String> countries) {

    /** The same wherever this agency files a country. */
    Scope withoutRegionOf(String agency) {
        Map<String, String> others = new LinkedHashMap<>(view.regions());
        others.remove(agency);
        return new Scope(new View(view.framework(), view.area(), others, view.flags()), frameworks, area, countries);
    }

    FigureScope ofCases() {
        return new FigureScope(codes(), area != null, where(), params(), null, null);
    }

    List<String> codes() {
        return frameworks.stream().map(Framework::shortCode).toList();
    }

    /** On {@code tandem.case_cover c}. */
    String where() {
        List<String> conditions = new ArrayList<>(List.of("c.framework = any(:frameworks)"));
        if (area != null) {
            conditions.add("exists (select 1 from tandem.case_in_area a where a.case_id = c.id and a.area = :area)");
        }
        if (countries != null) {
            conditions.add(
                    "exists (select 1 from tandem.case_in_country n where n.case_id = c.id and n.country = any(:countries))");
        }
        for (int i = 0; i < view.regions().size(); i++) {
            conditions.add("exists (select 1 from tandem.case_in_region r where r.case_id = c.id"
                    + " and r.agency = :agency# and r.region = :region#)".replace("#", String.valueOf(i)));
        }
        return String.join(" and ", conditions);
    }

    Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("frameworks", codes().toArray(String[]::new));
        if (area != null) {
            params.put("area", area);
        }
        if (countries != null) {
            params.put("countries", countries.toArray(String[]::new));
        }
        int number = 0;
        for (Map.Entry<String, String> region : view.regions().entrySet()) {
            params.put("agency" + number, region.getKey());
            params.put("region" + number++, region.getValue());
        }
        return params;
    }
}
