package org.tandem.cases;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a file may be, told by how its content begins, never by its name or what a browser says. */
public enum FileType {
    PDF("application/pdf", "%PDF-"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK\u0003\u0004");

    private final String contentType;
    private final byte[] beginning;

    FileType(String contentType, String beginning) {
        this.contentType = contentType;
        this.beginning = beginning.getBytes(StandardCharsets.US_ASCII);
    }

    static FileType of(String contentType) {
        return Arrays.stream(values())
                .filter(type -> type.contentType.equals(contentType))
                .findFirst()
                .orElseThrow();
    }

    String contentType() {
        return contentType;
    }

    /** Of its name, without the dot. */
    public String ending() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isOf(byte[] content) {
        return content.length >= beginning.length
                && Arrays.equals(beginning, 0, beginning.length, content, 0, beginning.length);
    }
}
