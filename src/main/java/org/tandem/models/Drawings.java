package org.tandem.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.tandem.models.drawing.CounterExample;
import org.tandem.models.soundness.SoundnessFinding;

/**
 * Pictures of counter-examples, one file each.
 *
 * @param directory where they go; null if none are wanted
 */
record Drawings(@Nullable Path directory) {

    static Drawings wanted(@Nullable Path directory) {
        return new Drawings(directory);
    }

    /**
     * @param place where the diagram lies in the folder looked at
     * @return what is said of the picture in the line of the finding; empty if none is wanted
     * @throws UncheckedIOException if it cannot be written
     */
    String draw(String place, BpmnModelInstance model, SoundnessFinding finding) {
        if (directory == null) {
            return "";
        }
        try {
            return " Drawn in " + write(directory, name(place, finding), CounterExample.of(model, finding)) + ".";
        } catch (ClassCastException notInTheModel) {
            return " Not drawn: the picture refers to elements that are not understood.";
        }
    }

    private static String name(String place, SoundnessFinding finding) {
        return (place.replaceFirst("[.]bpmn$", "") + "-" + finding.flaw() + "-"
                                + finding.element().id())
                        .replaceAll("[^\\p{L}\\p{N}._-]", "-")
                + ".svg";
    }

    private static Path write(Path directory, String name, String picture) {
        try {
            return Files.writeString(Files.createDirectories(directory).resolve(name), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
