package org.tandem.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * The cases a figure counts.
 *
 * @param frameworks short codes
 * @param ofOneArea whether it is narrowed to one area
 * @param where what holds of a row of {@code tandem.case_file c}
 * @param params of that condition
 * @param byRegionOf the agency whose regions are told apart, null where none are
 * @param line the one line wanted of a figure that is told apart in lines; null for all
 */
public record FigureScope(
        List<String> frameworks,
        boolean ofOneArea,
        String where,
        Map<String, Object> params,
        @Nullable String byRegionOf,
        @With @Nullable String line) {

    /** The same, each case once for every region this agency files it under. */
    public FigureScope byRegionOf(String agency) {
        Map<String, Object> more = new HashMap<>(params);
        more.put("byRegionOf", agency);
        return new FigureScope(frameworks, ofOneArea, where, more, agency, line);
    }
}
