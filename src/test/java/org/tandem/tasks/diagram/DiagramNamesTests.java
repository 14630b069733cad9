package org.tandem.tasks.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Has every name in a diagram its French beside it, by element id? Reads files, starts nothing. */
class DiagramNamesTests {

    static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void standsInFrenchBesideTheDiagram(Path diagram) throws IOException {
        Properties french = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(diagram.toString().replace(".bpmn", "_fr.properties")))) {
            french.load(file);
        }
        assertThat(new TreeSet<>(french.stringPropertyNames())).isEqualTo(named(diagram));
        assertThat(french.values().stream().map(Object::toString))
                .noneMatch(String::isBlank)
                .noneMatch(name -> name.matches(".*[ \\u00a0][;:!?].*"));
    }

    private static TreeSet<String> named(Path diagram) {
        TreeSet<String> ids = new TreeSet<>();
        Bpmn.readModelFromFile(diagram.toFile()).getModelElementsByType(BaseElement.class).stream()
                .filter(element -> !(element instanceof Message))
                .filter(element -> element.getAttributeValue("name") != null
                        && !element.getAttributeValue("name").isBlank())
                .forEach(element -> ids.add(element.getId()));
        return ids;
    }
}
