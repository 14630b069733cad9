package org.tandem.cases;

import java.util.List;
import java.util.Map;

/**
 * The cases a figure counts.
 *
 * @param frameworks short codes
 * @param ofOneArea whether it is narrowed to one area
 * @param where what holds of a row of {@code tandem.case_file c}
 * @param params of that condition
 */
public record FigureScope(List<String> frameworks, boolean ofOneArea, String where, Map<String, Object> params) {}
