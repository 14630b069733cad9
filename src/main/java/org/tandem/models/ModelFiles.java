package org.tandem.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Diagrams, decisions and forms of all modules, by names like {@code processes/vetting/vetting.bpmn}. */
public record ModelFiles(SortedMap<String, byte[]> contents) {

    /** Folders within {@code forms/<module>} whose forms belong to no task. */
    static final Set<String> BESIDE_DIAGRAMS = Set.of("starts", "sections");

    private static final Pattern NAME = Pattern.compile(
            "((?:processes/[^/]+/[^/]+\\.(?:bpmn|dmn))|(?:forms/[^/]+/(?:starts/|sections/)?[^/]+\\.form))$");

    public ModelFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }

    /** From a directory that holds {@code processes} and {@code forms}. */
    public static ModelFiles in(Path directory) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (String folder : new String[] {"processes", "forms"}) {
            if (Files.isDirectory(directory.resolve(folder))) {
                try (Stream<Path> files = Files.walk(directory.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        put(contents, file.toUri().getPath(), Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return new ModelFiles(contents);
    }

    /** What this build contains. */
    public static ModelFiles onClassPath(ResourcePatternResolver resources) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        try {
            for (String pattern : new String[] {
                "processes/*/*.*", "forms/*/*.form", "forms/*/starts/*.form", "forms/*/sections/*.form"
            }) {
                for (Resource resource : resources.getResources("classpath*:" + pattern)) {
                    put(contents, resource.getURL().getPath(), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelFiles(contents);
    }

    /** These files with others added or put in their place. */
    public ModelFiles with(Map<String, byte[]> others) {
        SortedMap<String, byte[]> all = new TreeMap<>(contents);
        all.putAll(others);
        return new ModelFiles(all);
    }

    /** The same with these in the place of all files of a module: what another version left out is gone. */
    public ModelFiles with(String module, Map<String, byte[]> files) {
        SortedMap<String, byte[]> all = new TreeMap<>(contents);
        all.keySet().removeIf(file -> module(file).equals(module));
        all.putAll(files);
        return new ModelFiles(all);
    }

    private static void put(Map<String, byte[]> contents, String path, byte[] content) {
        Matcher name = NAME.matcher(path);
        if (name.find()) {
            contents.put(name.group(1), content);
        }
    }

    /** The folder of a file, which is the word of its module. */
    public static String module(String file) {
        return file.split("/")[1];
    }

    /** Whether no diagram asks for the form: what people begin of their own accord, and sections of documents. */
    static boolean isBesideDiagrams(String file) {
        return BESIDE_DIAGRAMS.contains(file.split("/")[2]);
    }

    /** The name of a file without folder and ending. */
    static String base(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }
}
