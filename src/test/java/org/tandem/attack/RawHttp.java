package org.tandem.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP byte by byte: a client library would refuse to send what an attacker sends. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /** @param headers by their small names; the last value of each */
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** No answer: the connection was closed. */
    static final Answer CUT = new Answer(0, Map.of(), "");

    /**
     * @param head request line and headers with their line ends, the empty line included
     * @param body sent after it, again and again
     * @param times how often, unless an answer comes earlier
     */
    static Answer send(int port, byte[] head, byte[] body, int times) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = socket.getInputStream();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(head);
                for (int sent = 0; sent < times && in.available() == 0; sent++) {
                    out.write(body);
                }
                out.flush();
            } catch (IOException closedEarly) {
                // The answer may have come before.
            }
            return read(in);
        } catch (IOException cut) {
            return CUT;
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (IOException reset) {
            // What came until then counts.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        while (text.startsWith("HTTP/1.1 100")) {
            text = text.substring(text.indexOf("\r\n\r\n") + 4);
        }
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return CUT;
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        lines.stream()
                .skip(1)
                .forEach(line -> headers.put(
                        line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT), line.replaceFirst("[^:]*: ?", "")));
        return new Answer(Integer.parseInt(lines.get(0).substring(9, 12)), headers, text.substring(end + 4));
    }
}
