package org.tandem.platform.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import lombok.extern.slf4j.Slf4j;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.parser.Host;
import org.jspecify.annotations.Nullable;

/**
 * Takes address, scheme and host of the client from the three headers of a proxy we know, then takes every header of that
 * kind away, so that nothing behind believes them from anybody.
 */
@Slf4j
public final class ProxyHeaders extends ValveBase {

    static final String CLIENT = ProxyHeaders.class.getName();

    private static final String FOR = "X-Forwarded-For";
    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";

    private static final Set<String> OTHERS = Set.of(
            "forwarded",
            "x-real-ip",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-http-method",
            "x-http-method-override",
            "x-method-override");

    private final Proxies proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    public ProxyHeaders(Proxies proxies) {
        super(true);
        this.proxies = proxies;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (proxies.include(request.getRemoteAddr())) {
            believe(request);
        } else if (request.getHeader(FOR) != null && warned.compareAndSet(false, true)) {
            LOG.warn("Forwarding headers come from an address that tandem.proxies does not name, and are not believed."
                    + " If that is your proxy, name it: until then all its users count as one client, without TLS.");
        }
        takeAway(request.getCoyoteRequest().getMimeHeaders());
        getNext().invoke(request, response);
    }

    private void believe(Request request) {
        String client = proxies.clientOf(values(request, FOR));
        if (client != null) {
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            request.getCoyoteRequest().setAttribute(CLIENT, client);
        }
        String scheme = last(request, PROTO);
        if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
            request.setSecure("https".equalsIgnoreCase(scheme));
            request.getCoyoteRequest().scheme().setString(scheme.toLowerCase(Locale.ROOT));
        }
        String host = last(request, HOST);
        setHost(request, host == null ? request.getHeader("Host") : host);
    }

    private static void setHost(Request request, @Nullable String host) {
        if (host == null || host.isBlank()) {
            return;
        }
        try {
            int colon = Host.parse(host);
            String name = colon < 0 ? host : host.substring(0, colon);
            int port = colon < 0 ? request.isSecure() ? 443 : 80 : Integer.parseInt(host.substring(colon + 1));
            request.getCoyoteRequest().serverName().setString(name);
            request.getCoyoteRequest().setServerPort(port);
        } catch (IllegalArgumentException unreadable) {
            // the request keeps the host it came with
        }
    }

    private static @Nullable String last(Request request, String name) {
        List<String> values = values(request, name);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    private static List<String> values(Request request, String name) {
        return Collections.list(request.getHeaders(name)).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    private static void takeAway(MimeHeaders headers) {
        List<String> names = new ArrayList<>();
        headers.names().asIterator().forEachRemaining(names::add);
        names.stream().filter(ProxyHeaders::isHearsay).forEach(headers::removeHeader);
    }

    private static boolean isHearsay(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith("x-forwarded") || OTHERS.contains(small);
    }
}
