package org.tandem.platform.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.apache.coyote.Response;

/**
 * The headers no answer goes without: each answer begins with them. Who answers may replace one, such as Cache-Control for
 * a style sheet; a stricter Content-Security-Policy for what people uploaded.
 */
public final class SafetyHeaders {

    public static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static final String PERMISSIONS_POLICY =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    public static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "Permissions-Policy", PERMISSIONS_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");

    private SafetyHeaders() {}

    static void addTo(Response response) {
        ALL.forEach(response::setHeader);
    }

    public static void addTo(HttpServletResponse response) {
        ALL.forEach(response::setHeader);
    }
}
