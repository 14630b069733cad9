package org.tandem.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The text of an answer that may have been compressed on the way. */
final class Unpacked {

    private Unpacked() {}

    static String text(HttpResponse<byte[]> response) throws IOException {
        boolean packed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        if (!packed) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        try (GZIPInputStream open = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(open.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
