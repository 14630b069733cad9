package org.tandem.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.tandem.platform.CannotStart;

/** The password of the embedded server, in a file that only the owner of the data directory can read; made once. */
record ServerPassword(Path file) {

    /** @param made whether the database has its password already, so that a new one would not open it */
    String readOrMake(boolean made) {
        try {
            String kept = Files.exists(file)
                    ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                    : "";
            if (kept.isEmpty() && made) {
                throw lost(file);
            }
            return kept.isEmpty() ? make() : kept;
        } catch (IOException failure) {
            throw new CannotStart(
                    "The password of the embedded PostgreSQL cannot be kept in " + file + ": "
                            + DataDirectory.reason(failure) + ".",
                    "Check the free space and the rights of that file.",
                    failure);
        }
    }

    static CannotStart lost(Path file) {
        return new CannotStart(
                "The file " + file + " is missing, empty, or holds another password than the database has.",
                "Put it back from a backup: it lies there as " + Backup.PASSWORD + ". The data are untouched.");
    }

    private String make() throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        Path half = file.resolveSibling("password.new");
        Files.deleteIfExists(half);
        Files.createFile(half);
        if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        }
        String made = HexFormat.of().formatHex(random);
        Files.writeString(half, made, StandardCharsets.US_ASCII);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }
}
