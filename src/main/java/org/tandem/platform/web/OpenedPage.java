package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One look of somebody at a page with forms: each form sends its id along, which holds when it was opened. */
public record OpenedPage(UUID id) {

    static final String FIELD = "_once";

    /** Nothing when a machine sent the request, or when the id is none. */
    public static @Nullable OpenedPage of(HttpServletRequest request) {
        String id = request.getParameter(FIELD);
        return id != null && id.matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
                ? new OpenedPage(UUID.fromString(id))
                : null;
    }

    public Instant at() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
