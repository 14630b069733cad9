package org.tandem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What somebody got to see.
 *
 * @param body as text; of a workbook, the text of all its parts
 */
public record Seen(int status, String headers, String body) {

    static Seen of(HttpResponse<byte[]> answer) {
        return new Seen(answer.statusCode(), answer.headers().map().toString(), text(answer.body()));
    }

    private static String text(byte[] body) {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            Path file = Files.createTempFile("workbook", ".zip");
            try {
                Files.write(file, body);
                return parts(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** From its end, where the sizes stand: whoever reads a workbook from its beginning does not find them. */
    private static String parts(Path workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
