package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** A file as it was sent; empty when none was, so that rights are looked at before what is missing. */
public record SentFile(String name, byte[] content) {

    public static SentFile of(@Nullable MultipartFile file) {
        if (file == null) {
            return new SentFile("", new byte[0]);
        }
        try {
            String name = file.getOriginalFilename();
            return new SentFile(name == null ? "" : name, file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a form by the names of their fields; fields in which none was chosen are left out. */
    public static Map<String, List<SentFile>> allOf(HttpServletRequest request) {
        Map<String, List<SentFile>> all = new LinkedHashMap<>();
        if (request instanceof MultipartRequest sent) {
            sent.getMultiFileMap().forEach((name, files) -> {
                List<SentFile> chosen = files.stream()
                        .filter(file -> !file.isEmpty() || !"".equals(file.getOriginalFilename()))
                        .map(SentFile::of)
                        .toList();
                if (!chosen.isEmpty()) {
                    all.put(name, chosen);
                }
            });
        }
        return all;
    }
}
