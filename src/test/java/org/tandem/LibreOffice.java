package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** LibreOffice, where this machine has it: opens files as their readers will. At full scale it has to be there. */
public final class LibreOffice {

    private static final boolean FULL = Double.parseDouble(System.getProperty("tandem.scale", "0.05")) >= 1;
    private static final String ABSENT = "LibreOffice is absent, so no file was opened in it: on Debian install"
            + " libreoffice-writer-nogui and libreoffice-calc-nogui";
    private static final int SECONDS = 180;

    private LibreOffice() {}

    /**
     * @param ending of the file, such as {@code docx}
     * @param to what it is turned into, such as {@code pdf}
     */
    public static byte[] convert(byte[] content, String ending, String to) {
        Path program = program().orElseGet(() -> {
            System.out.println(ABSENT);
            return FULL ? fail(ABSENT) : abort(ABSENT);
        });
        try {
            Path folder = Files.createTempDirectory("tandem-libreoffice");
            try {
                return convert(program, folder, Files.write(folder.resolve("file." + ending), content), to);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] convert(Path program, Path folder, Path file, String to) throws IOException {
        File said = folder.resolve("said").toFile();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        folder.resolve("out").toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("LibreOffice is done in time")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said.toPath()))
                .doesNotContainPattern("(?i)\\b(error|failed(?! to launch javaldx)|corrupt)");
        return Files.readAllBytes(folder.resolve("out/file." + to.replaceAll(":.*", "")));
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("soffice", "libreoffice").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
