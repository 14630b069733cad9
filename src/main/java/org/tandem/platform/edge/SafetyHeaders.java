package org.tandem.platform.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.coyote.Response;

/**
 * The headers no answer goes without: each answer begins with them. Who answers may replace one, such as Cache-Control for
 * a style sheet; a stricter Content-Security-Policy for what people uploaded.
 */
public final class SafetyHeaders {

    public static final String CONTENT_POLICY = "Content-Security-Policy";

    /** What pages may load: nothing but what is named, so no frames, plug-ins, fonts or workers. */
    public static final String PAGE_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    public static final Map<String, String> ALL = Map.of(
            CONTENT_POLICY,
            PAGE_POLICY,
            "Permissions-Policy",
            PERMISSIONS_POLICY,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cache-Control",
            "no-cache, no-store, max-age=0, must-revalidate");

    private SafetyHeaders() {}

    static void addTo(Response response) {
        ALL.forEach(response::setHeader);
    }

    public static void addTo(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}
