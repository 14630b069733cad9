package org.tandem.models;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Diagrams, decisions and forms of any folder, under names as in this house: the folder a file lies in stands for its
 * module.
 *
 * @param contents by the name of the house
 * @param places where each lies in the folder, by the name of the house
 * @param unread what was left alone: pipes, devices, and links that lead out of the folder
 */
record Folder(SortedMap<String, byte[]> contents, Map<String, String> places, List<String> unread) {

    /** Of a house only its own two folders; of any other folder everything but what is hidden or fetched. */
    static Folder read(Path directory) throws IOException {
        Folder folder = new Folder(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        boolean house =
                Files.isDirectory(directory.resolve("processes")) && Files.isDirectory(directory.resolve("forms"));
        for (String part : house ? new String[] {"processes", "forms"} : new String[] {""}) {
            folder.walk(directory, directory.resolve(part));
        }
        return folder;
    }

    private void walk(Path directory, Path part) throws IOException {
        Files.walkFileTree(part, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                String name = String.valueOf(path.getFileName());
                boolean skipped = !path.equals(part) && (name.startsWith(".") || name.equals("node_modules"));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (path.toString().matches(".*\\.(bpmn|dmn|form)")) {
                    add(directory, path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void add(Path directory, Path path) throws IOException {
        String place = directory.relativize(path).toString().replace('\\', '/');
        if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(directory.toRealPath())) {
            unread.add(place);
            return;
        }
        Path parent = path.toAbsolutePath().normalize().getParent();
        String kind = path.toString().endsWith(".form") ? "forms/" : "processes/";
        String folder = String.valueOf(parent == null ? null : parent.getFileName());
        boolean beside = ModelFiles.BESIDE_DIAGRAMS.contains(folder);
        Path owner = beside && parent != null ? parent.getParent() : parent;
        String module = String.valueOf(owner == null ? null : owner.getFileName());
        String file = (beside ? "/" + folder + "/" : "/") + path.getFileName();
        while (contents.containsKey(kind + module + file)) {
            module += "~";
        }
        String name = kind + module + file;
        contents.put(name, Files.readAllBytes(path));
        places.put(name, place);
    }

    String placeOf(String name) {
        return places.getOrDefault(name, name);
    }
}
