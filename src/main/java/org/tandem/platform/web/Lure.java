package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * A request that changes something and that a page of another site made a browser send, with the password the browser
 * remembers. Browsers say so themselves; older ones say at least where the page came from. Machines say nothing.
 */
final class Lure {

    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Lure() {}

    static boolean isIn(HttpServletRequest request) {
        if (READS.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        String from = origin == null ? request.getHeader(HttpHeaders.REFERER) : origin;
        return site == null ? from != null && !isOurs(from, request) : !OWN.contains(site);
    }

    /** As seen by the browser: behind a proxy that is named, the proxy's scheme and host. */
    private static boolean isOurs(String address, HttpServletRequest request) {
        try {
            URI uri = new URI(address);
            return request.getScheme().equalsIgnoreCase(uri.getScheme())
                    && request.getServerName().equalsIgnoreCase(uri.getHost())
                    && request.getServerPort() == portOf(uri);
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static int portOf(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
