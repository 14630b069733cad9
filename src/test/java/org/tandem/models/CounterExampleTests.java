package org.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A counter-example is drawn on its diagram: what was passed and in which order, and where tokens are then. */
class CounterExampleTests {

    private static final Path UNSOUND = Path.of("src/test/resources/soundness/unsound");

    @TempDir
    Path drawings;

    @Test
    void numbersTheStepsAndPutsTokensWhereTheyAre() throws Exception {
        String line = lineOf("DEADLOCK-exclusive-split-parallel-join.bpmn");

        Document picture = picture("DEADLOCK-exclusive-split-parallel-join-DEADLOCK-both.svg");
        assertThat(line).contains("Drawn in " + drawings);
        assertThat(texts(picture, "step")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(texts(picture, "flaw")).containsExactlyInAnyOrder("DEADLOCK", "token");
        assertThat(picture.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Trace: begun → which → write. Tokens then: both.");
    }

    @Test
    void drawsEachFlawOfEachSample() throws Exception {
        check(UNSOUND);

        try (var samples = Files.list(UNSOUND);
                var drawn = Files.list(drawings)) {
            List<String> pictures =
                    drawn.map(file -> file.getFileName().toString()).toList();
            assertThat(samples.map(file -> file.getFileName().toString().replace(".bpmn", "")))
                    .isNotEmpty()
                    .allMatch(sample -> pictures.stream().anyMatch(picture -> picture.startsWith(sample + "-")));
        }
    }

    /** The author's own layout, if there is one: the same places, besides the frame round them. */
    @Test
    void leavesElementsWhereTheirAuthorDrewThem() throws Exception {
        String vetting = Files.readString(Path.of("processes/vetting/vetting.bpmn"));
        Path broken = Files.createDirectories(drawings.resolve("models"));
        Files.writeString(
                broken.resolve("vetting.bpmn"),
                vetting.replace(
                        "sourceRef=\"vetCountry\" targetRef=\"tallyVotes\"",
                        "sourceRef=\"vetCountry\" targetRef=\"openVetting\""));

        check(broken);

        Element box = (Element) picture("vetting-DEAD_ACTIVITY-tallyVotes.svg")
                .getElementsByTagName("rect")
                .item(1);
        assertThat(vetting)
                .containsPattern("<dc:Bounds x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                        .formatted(
                                box.getAttribute("x"),
                                box.getAttribute("y"),
                                box.getAttribute("width"),
                                box.getAttribute("height")));
    }

    private static List<String> texts(Document picture, String style) {
        NodeList all = picture.getElementsByTagName("text");
        return IntStream.range(0, all.getLength())
                .mapToObj(at -> (Element) all.item(at))
                .filter(text -> text.getAttribute("class").equals(style))
                .map(Element::getTextContent)
                .toList();
    }

    private Document picture(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(drawings.resolve(name).toFile());
    }

    private String lineOf(String file) throws IOException {
        return check(UNSOUND).stream()
                .filter(line -> line.startsWith(file + ": both"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> check(Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        CheckCommand.run(
                new ArrayList<>(List.of("--soundness-only", "--draw", drawings.toString(), folder.toString())),
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
