package org.tandem.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * The files of a backup with their checksums, as {@code sha256sum -c} reads them. It is written last: a backup without it was
 * not finished.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class Manifest {

    static final String FILE = "SHA256SUMS";

    private final Map<String, String> checksums;

    static Manifest empty() {
        return new Manifest(new TreeMap<>());
    }

    static boolean isIn(Path backup) {
        return Files.isRegularFile(backup.resolve(FILE));
    }

    static Manifest read(Path backup) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        for (String line : Files.readAllLines(backup.resolve(FILE))) {
            int gap = line.indexOf("  ");
            if (gap != 64
                    || !backup.resolve(line.substring(gap + 2)).normalize().startsWith(backup)) {
                throw new IOException(FILE + " holds a line that is none: " + line);
            }
            checksums.put(line.substring(gap + 2), line.substring(0, gap));
        }
        return new Manifest(checksums);
    }

    Iterable<String> names() {
        return checksums.keySet();
    }

    boolean holds(String name) {
        return checksums.containsKey(name);
    }

    int size() {
        return checksums.size();
    }

    /** Copies a file into the backup and keeps its checksum: of what was written, not of what has become of the file since. */
    long add(Path file, Path backup, String name) throws IOException {
        Path target = backup.resolve(name);
        Files.createDirectories(target.getParent());
        checksums.put(name, copy(file, target));
        return Files.size(target);
    }

    /** @return whether the copy is what the backup held when it was taken */
    boolean copyIntact(Path backup, String name, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        return copy(backup.resolve(name), target).equals(checksums.get(name));
    }

    boolean isIntact(Path backup, String name) throws IOException {
        try (InputStream in = Files.newInputStream(backup.resolve(name))) {
            return transfer(in, OutputStream.nullOutputStream()).equals(checksums.get(name));
        }
    }

    void write(Path backup) throws IOException {
        StringBuilder lines = new StringBuilder();
        checksums.forEach((name, checksum) ->
                lines.append(checksum).append("  ").append(name).append('\n'));
        Path half = backup.resolve(FILE + ".part");
        Files.writeString(half, lines);
        Files.move(half, backup.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Not forced to disk file by file, which takes minutes on a busy machine: what a power cut takes away, the checksums show. */
    private static String copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            return transfer(in, out);
        }
    }

    private static String transfer(InputStream in, OutputStream out) throws IOException {
        DigestInputStream read = new DigestInputStream(in, sha256());
        read.transferTo(out);
        return HexFormat.of().formatHex(read.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
