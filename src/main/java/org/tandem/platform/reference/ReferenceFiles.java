package org.tandem.platform.reference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Finds reference data: what the product brings along, and what further directories add. */
@Component
public class ReferenceFiles {

    private final List<Path> directories;

    public ReferenceFiles(@Value("${tandem.reference.directories:}") List<String> directories) {
        this.directories = directories.stream()
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory.strip()))
                .toList();
        this.directories.stream()
                .filter(directory -> !Files.isDirectory(directory))
                .forEach(missing -> {
                    throw new BrokenReference(
                            missing.toString(), "named in tandem.reference.directories, but no such directory");
                });
    }

    /** A file the product brings along, such as {@code countries.csv}. */
    public ReferenceFile bundled(String name) {
        return new ReferenceFile(
                name, read(name, new PathMatchingResourcePatternResolver().getResource("classpath:reference/" + name)));
    }

    /** All {@code *.yaml} of a folder, the product's own first, then those of each further directory, sorted by name. */
    public List<ReferenceFile> folder(String folder) {
        List<ReferenceFile> files = new ArrayList<>(bundledFolder(folder));
        directories.forEach(directory -> files.addAll(furtherFolder(directory, folder)));
        return List.copyOf(files);
    }

    private static List<ReferenceFile> bundledFolder(String folder) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:reference/" + folder + "/*.yaml"))
                    .map(resource -> {
                        String name = folder + "/" + resource.getFilename();
                        return new ReferenceFile(name, read(name, resource));
                    })
                    .sorted(Comparator.comparing(ReferenceFile::name))
                    .toList();
        } catch (IOException e) {
            throw new BrokenReference(folder, e.getMessage());
        }
    }

    private static List<ReferenceFile> furtherFolder(Path directory, String folder) {
        Path place = directory.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(place)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ReferenceFiles::further)
                    .toList();
        } catch (IOException e) {
            throw new BrokenReference(place.toString(), e.getMessage());
        }
    }

    private static ReferenceFile further(Path path) {
        try {
            return new ReferenceFile(path.toString(), decode(path.toString(), Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new BrokenReference(path.toString(), "cannot be read");
        }
    }

    private static String read(String name, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return decode(name, in.readAllBytes());
        } catch (IOException e) {
            throw new BrokenReference(name, "cannot be read");
        }
    }

    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenReference(name, "is not UTF-8 text");
        }
    }
}
