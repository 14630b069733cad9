package org.tandem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, taken apart as the Dockerfile does it. */
class LayersIT {

    private static final Pattern COPIED = Pattern.compile("COPY --from=layers /layers/([^/]+)/ \\./");

    @TempDir
    Path layers;

    @TempDir
    Path whole;

    @Test
    void addUpToTheWholeApplication() throws IOException {
        PackagedJar.tools("extract", "--layers", "--destination", layers.toString());
        List<String> copied = copiedByTheDockerfile();

        assertThat(copied).containsExactly(PackagedJar.tools("list-layers").split("\\s+"));
        Set<Path> together =
                copied.stream().flatMap(layer -> files(layers.resolve(layer))).collect(Collectors.toSet());
        PackagedJar.tools("extract", "--destination", whole.toString());
        assertThat(together).containsExactlyInAnyOrderElementsOf(files(whole).toList());
        assertThat(together).contains(Path.of("tandem.jar"));
    }

    @Test
    void putOurOwnCodeIntoTheLastAndSmallest() throws IOException {
        PackagedJar.tools("extract", "--layers", "--destination", layers.toString());

        assertThat(files(layers.resolve("application"))).containsExactly(Path.of("tandem.jar"));
        assertThat(Files.size(layers.resolve("application/tandem.jar"))).isLessThan(8_000_000);
    }

    private static List<String> copiedByTheDockerfile() throws IOException {
        return COPIED.matcher(Files.readString(Path.of("src/main/docker/Dockerfile")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(root::relativize).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
