package org.tandem.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as a line of a list of a stage, such as that behind a figure.
 *
 * @param id of the case counted: of a country the furthest one
 * @param parent the case it came up on
 * @param further how many other cases the same country has in view, where countries are counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseLine(
        String id,
        String framework,
        String area,
        String country,
        String state,
        Instant since,
        @Nullable String parent,
        @Nullable Long further) {}
