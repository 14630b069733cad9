package org.tandem.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.CannotStart;

/**
 * Our claim on a data directory. The operating system gives the lock back when the process dies, however it dies, so
 * nothing stale can remain.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    static DataDirectory claim(Path directory) {
        Path path = directory.toAbsolutePath();
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
            }
            path = path.toRealPath();
            FileChannel channel = FileChannel.open(
                    path.resolve("tandem.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                throw inUse(path, channel);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(path, channel);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data directory " + path + " cannot be used: " + reason(failure) + ".",
                    "Check its rights, or name another one with tandem.data.",
                    failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static CannotStart inUse(Path path, FileChannel channel) throws IOException {
        try (channel) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder, 0);
            String pid = new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII);
            return new CannotStart(
                    "Another Tandem" + (pid.matches("[0-9]+") ? " (process " + pid + ")" : "")
                            + " is using the data directory " + path + ".",
                    "Stop that one first, or start this one with a directory and a port of its own: "
                            + "make run DATA=<directory> PORT=<port>.");
        }
    }

    /** What a file system says is often a path and nothing else. */
    static String reason(Throwable failure) {
        return failure instanceof FileSystemException file && file.getReason() == null
                ? file.getClass().getSimpleName().replaceFirst("Exception$", "") + ", " + file.getFile()
                : String.valueOf(failure.getMessage());
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
