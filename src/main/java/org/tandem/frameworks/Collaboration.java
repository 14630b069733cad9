package org.tandem.frameworks;

import java.util.List;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.tandem.frameworks.Framework.Source;
import org.tandem.platform.reference.ReferenceRows.Lasting;

/**
 * What agencies already do together (S-076): an entry point for new work.
 *
 * @param framework short code
 * @param countries where; none when the document names no country
 * @param status as the document puts it
 */
public record Collaboration(
        String framework,
        String code,
        String title,
        String kind,
        List<String> areas,
        List<String> agencies,
        @Nullable String fund,
        State state,
        String status,
        List<Place> countries,
        @Nullable String summary,
        Source source,
        @With boolean retired)
        implements Lasting<Collaboration> {

    public enum State {
        PLANNED,
        UNDER_WAY,
        ENDED
    }

    /** A country, with the region the document files it under. */
    public record Place(String iso3, @Nullable String grouping) {}

    /** Unique over all frameworks, such as FFA-COL-1. */
    public String key() {
        return framework + "-" + code;
    }

    public boolean isIn(String iso3) {
        return countries.stream().anyMatch(place -> place.iso3().equals(iso3));
    }
}
