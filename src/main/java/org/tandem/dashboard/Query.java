package org.tandem.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The part of an address after the question mark; what is null is left out. */
final class Query {

    private final StringBuilder text = new StringBuilder();

    Query and(String name, @Nullable Object value) {
        if (value != null) {
            text.append(text.isEmpty() ? "" : "&")
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)
                            .replace("%3A", ":"));
        }
        return this;
    }

    Query and(Query other) {
        if (!other.text.isEmpty()) {
            text.append(text.isEmpty() ? "" : "&").append(other.text);
        }
        return this;
    }

    /** With the question mark, unless there is nothing to ask. */
    String after(String path) {
        return text.isEmpty() ? path : path + "?" + text;
    }
}
