package org.tandem.support;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody asks support for; every text is clean, every code may still be unknown. */
record CheckedRequest(
        String framework,
        String area,
        String country,
        String topic,
        String question,
        @Nullable LocalDate wantedBy) {

    String areaKey() {
        return framework + "-" + area;
    }
}
