package org.tandem.cases;

import java.util.Map;

/**
 * Part of the where clause of a statement over {@code tandem.case_file}.
 *
 * @param sql in brackets, with named parameters that begin with {@code readable}
 */
public record CaseCondition(String sql, Map<String, Object> params) {

    public CaseCondition {
        params = Map.copyOf(params);
    }
}
