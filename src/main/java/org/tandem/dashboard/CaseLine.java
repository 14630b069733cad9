package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list behind F1 or F5.
 *
 * @param id of the case counted: of a country the furthest one
 * @param parent the case a divergence is about
 * @param further how many other cases the same country has in view, where countries are counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseLine(
        String id,
        String framework,
        String area,
        String country,
        String state,
        Instant since,
        @Nullable String parent,
        @Nullable Long further) {}
