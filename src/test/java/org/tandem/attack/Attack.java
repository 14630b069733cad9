package org.tandem.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One request that means no good.
 *
 * @param kind what is odd about it
 * @param headers each a whole line, sent as bytes of ISO 8859-1
 * @param body sent as often as <code>times</code> says, or until an answer comes
 */
record Attack(String kind, String method, String target, List<String> headers, byte[] body, int times) {

    byte[] head() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the connection may be closed without an answer: the body never ends, or breaks the rules of HTTP itself. */
    boolean mayBeCut() {
        return times > 1 || kind.startsWith("broken transfer");
    }

    @Override
    public String toString() {
        return kind + ": " + method + " " + (target.length() > 200 ? target.substring(0, 200) + "…" : target);
    }
}
