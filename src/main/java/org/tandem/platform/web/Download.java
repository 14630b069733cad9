package org.tandem.platform.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.UriUtils;
import org.tandem.platform.FileName;

/**
 * A file to keep, and the one way in which bytes leave Tandem ({@code HouseTests}). Whoever made the bytes, and whatever
 * the request accepts: the type is one of ours, the browser keeps the file and does not show it, and if it did show it,
 * nothing in it would run, load or belong to this site.
 */
public final class Download extends ResponseEntity<byte[]> {

    private static final String SHOWN_IT_MAY_NOTHING = "sandbox; default-src 'none'";

    /** None of them is a type in which a browser runs what people wrote; in a style sheet stands nothing they wrote. */
    public enum Type {
        BPMN("bpmn", new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8)),
        CSV("csv", new MediaType("text", "csv", StandardCharsets.UTF_8)),
        CSS("css", new MediaType("text", "css", StandardCharsets.UTF_8)),
        DOCX(
                "docx",
                MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
        ICS("ics", new MediaType("text", "calendar", StandardCharsets.UTF_8)),
        PDF("pdf", MediaType.APPLICATION_PDF),
        XLSX("xlsx", MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        ZIP("zip", MediaType.parseMediaType("application/zip"));

        private final String ending;
        private final MediaType mediaType;

        Type(String ending, MediaType mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }
    }

    private Download(byte[] content, HttpHeaders headers) {
        super(content, headers, HttpStatus.OK);
    }

    public static Download of(Type type, String name, byte[] content) {
        return new Download(content, headers(type, name));
    }

    /** A file without anything personal, which the browser need not ask for again for a while. */
    public static Download keptFor(Duration time, Type type, String name, byte[] content) {
        HttpHeaders headers = headers(type, name);
        headers.setCacheControl(CacheControl.maxAge(time).cachePrivate());
        return new Download(content, headers);
    }

    /** A file of one person, of which nothing is sent again as long as it is the same; asked for every time. */
    public static Download askedFor(Type type, String name, byte[] content) {
        HttpHeaders headers = headers(type, name);
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        headers.setETag("W/\"" + DigestUtils.md5DigestAsHex(content) + "\"");
        return new Download(content, headers);
    }

    private static HttpHeaders headers(Type type, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(type.mediaType);
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION,
                disposition(FileName.of(name, type.ending).value()));
        headers.set("Content-Security-Policy", SHOWN_IT_MAY_NOTHING);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        return headers;
    }

    /** RFC 6266: the name as it is, and for who cannot read that, without its accents. */
    private static String disposition(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9 ._-]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UriUtils.encode(name, StandardCharsets.UTF_8);
    }
}
