package org.tandem.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tandem.platform.CannotStart;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar into a folder named after their content. */
record ServerBinaries(Path home) {

    static ServerBinaries unpackedIn(Path parent) {
        byte[] archive = archive();
        Path home = parent.resolve("postgresql-" + checksum(archive));
        if (!Files.isDirectory(home)) {
            try {
                unpack(archive, home);
            } catch (IOException failure) {
                throw new CannotStart(
                        "PostgreSQL could not be unpacked into " + home + ": " + failure.getMessage(),
                        "Check the free space and the rights of that folder.",
                        failure);
            }
        }
        return new ServerBinaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static byte[] archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("mac") ? "Darwin" : os.contains("win") ? "Windows" : "Linux";
        String arch = System.getProperty("os.arch");
        try (InputStream stream =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, arch.equals("amd64") ? "x86_64" : arch)) {
            return stream.readAllBytes();
        } catch (IOException | IllegalStateException failure) {
            throw new CannotStart(
                    "This build holds no PostgreSQL for " + system + " on " + arch + ".",
                    "Build Tandem on this kind of machine, or give it a server with spring.datasource.url.",
                    failure);
        }
    }

    private static String checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** Unpacks beside the target and renames, so that a folder of this name is always whole. */
    private static void unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path half = Files.createTempDirectory(home.getParent(), "unpacking");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, half);
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(home)) {
                throw failure;
            }
        } finally {
            FileSystemUtils.deleteRecursively(half);
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("unexpected entry " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0 || target.getParent().endsWith("bin")) {
            markExecutable(target);
        }
    }

    private static void markExecutable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make executable: " + file);
        }
    }
}
