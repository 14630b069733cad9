package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tandem.platform.edge.SafetyHeaders;

/** Keeps the {@link SafetyHeaders}: the first value added replaces the one there is, and a reset does not take them away. */
class SafeResponse extends HttpServletResponseWrapper {

    private static final Set<String> NAMES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NAMES.addAll(SafetyHeaders.ALL.keySet());
    }

    private final Set<String> replaced = new HashSet<>();

    SafeResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        if (NAMES.contains(name)) {
            replaced.add(name.toLowerCase(Locale.ROOT));
        }
        super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (NAMES.contains(name) && replaced.add(name.toLowerCase(Locale.ROOT))) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void reset() {
        super.reset();
        SafetyHeaders.addTo(this);
        replaced.clear();
    }
}
