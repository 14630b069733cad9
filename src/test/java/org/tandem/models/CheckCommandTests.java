package org.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.SilentServer;

/** What somebody reads who checks a folder of models from the command line. */
class CheckCommandTests {

    private static final Path SAMPLES = Path.of("src/test/resources/soundness");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void findsNothingInOurOwnModels() {
        assertThat(check(".")).isZero();

        assertThat(lines())
                .contains(
                        "processes/selection/selectionEligibility.dmn: selectionEligibility: neither gaps nor overlaps")
                .anyMatch(line -> line.matches(
                        "processes/vetting/vetting.bpmn: vetting: sound, explored completely: [0-9]+ states.*"))
                .last()
                .asString()
                .contains(" files, 0 findings.", "Not checked, because only the running application knows");
    }

    @Test
    void letsSoundSamplesOfOthersThrough() {
        assertThat(check("--soundness-only", SAMPLES.resolve("sound").toString()))
                .isZero();

        assertThat(lines()).contains("loop.bpmn: sample: sound, explored completely: 5 states");
    }

    @Test
    void namesKindFileElementAndTraceInOneLine() {
        assertThat(check("--soundness-only", SAMPLES.resolve("unsound").toString()))
                .isOne();

        assertThat(lines())
                .contains(
                        "DEADLOCK-exclusive-split-parallel-join.bpmn: both “Both”: DEADLOCK: tokens wait here and nothing can"
                                + " ever move on. Trace: begun → which → write. Tokens then: both."
                                + " Join with the kind of gateway that split: exclusive with exclusive, parallel with parallel.")
                .contains(
                        "DEADLOCK-exclusive-split-parallel-join.bpmn: sample: not sound, explored completely: 6 states");
    }

    @Test
    void oneOddFileDoesNotKeepItFromLookingAtTheOthers(@TempDir Path folder) throws IOException {
        Files.copy(SAMPLES.resolve("partly/ad-hoc.bpmn"), folder.resolve("ad-hoc.bpmn"));
        Files.copy(SAMPLES.resolve("sound/loop.bpmn"), folder.resolve("loop.bpmn"));
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                  <decision id="short" name="Short"><decisionTable id="t" hitPolicy="UNIQUE">
                    <input id="i"><inputExpression id="e" typeRef="string"><text>a</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string" />
                    <rule id="r"><outputEntry id="oe"><text>"x"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""";
        Files.writeString(folder.resolve("short.dmn"), table);
        Files.writeString(folder.resolve("other.bpmn"), table);

        assertThat(check(folder.toString(), "--draw", folder.resolve("pictures").toString()))
                .isOne();
        assertThat(lines())
                .anyMatch(line -> line.startsWith("other.bpmn: the file: READABLE: it cannot be read"))
                .anyMatch(line -> line.startsWith("ad-hoc.bpmn: sample: no flaw found, not completely: "))
                .contains("loop.bpmn: sample: sound, explored completely: 5 states")
                .anyMatch(line -> line.startsWith("short.dmn: short: ") && line.contains("fewer entries"));
    }

    @Test
    void leavesOurNamesOutWhenAskedTo() {
        String folder = SAMPLES.resolve("sound").toString();

        assertThat(check(folder)).isOne();
        assertThat(lines()).anyMatch(line -> line.startsWith("loop.bpmn: sample: HISTORY_TIME_TO_LIVE: "));

        printed.reset();
        assertThat(check(folder, "--soundness-only")).isZero();
        assertThat(lines()).noneMatch(line -> line.contains("HISTORY_TIME_TO_LIVE"));
    }

    @Test
    void saysWhichFilesCannotBeRead(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deep/down"));
        Files.writeString(folder.resolve("torn.bpmn"), "<bpmn:definitions");
        Files.writeString(folder.resolve("deep/down/empty.dmn"), "");
        Files.writeString(folder.resolve("words.form"), "not json");
        Files.copy(SAMPLES.resolve("sound/loop.bpmn"), folder.resolve("deep/loop.bpmn"));

        assertThat(check("--soundness-only", folder.toString())).isOne();

        assertThat(lines())
                .anyMatch(line -> line.startsWith("torn.bpmn: the file: READABLE: it cannot be read: "))
                .anyMatch(line -> line.startsWith("deep/down/empty.dmn: the file: READABLE: it cannot be read: "))
                .anyMatch(line -> line.startsWith("words.form: the file: READABLE: it cannot be read: "))
                .contains("deep/loop.bpmn: sample: sound, explored completely: 5 states")
                .contains("4 files, 3 findings.");
    }

    @Test
    void tellsWhatItAssumesAndWhatItDoesNotUnderstand() {
        assertThat(check("--soundness-only", SAMPLES.resolve("partly").toString()))
                .isZero();

        assertThat(lines())
                .contains("calls-a-stranger.bpmn: sample: sound, explored completely: 3 states"
                        + " (elsewhere is called, is not among the files, and is taken to end)")
                .anyMatch(line -> line.startsWith("compensation.bpmn: sample: no flaw found, not completely: "));
    }

    @Test
    void findsGapsInTables(@TempDir Path folder) throws IOException {
        Files.copy(
                Path.of("src/test/resources/broken-models/GAP/processes/sowing/sowingSoil.dmn"),
                folder.resolve("soil.dmn"));

        assertThat(check("--soundness-only", folder.toString())).isOne();

        assertThat(lines())
                .contains(
                        "soil.dmn: sowingSoil: GAP: no rule answers wet false. Add a rule for it, or widen one.",
                        "soil.dmn: sowingSoil: gaps or overlaps");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsNothingButTheFilesOfTheFolder(@TempDir Path folder) throws IOException {
        try (SilentServer elsewhere = new SilentServer()) {
            String located = Files.readString(SAMPLES.resolve("sound/loop.bpmn"))
                    .replaceFirst(
                            "<bpmn:definitions ",
                            "<bpmn:definitions xmlns:z=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:q=\"http://q\""
                                    + " z:schemaLocation=\"http://q " + elsewhere.address() + "\" ")
                    .replaceFirst(
                            "(<bpmn:process [^>]+>)", "$1<bpmn:extensionElements><q:a/></bpmn:extensionElements>");
            assertThat(located).contains("z:schemaLocation", "<q:a/>");
            Files.writeString(folder.resolve("located.bpmn"), located);
            Files.writeString(
                    folder.resolve("typed.dmn"),
                    "<?xml version=\"1.0\"?>\n\n<!DOCTYPE d SYSTEM \"" + elsewhere.address() + "\">\n<d/>");

            assertThat(check("--soundness-only", folder.toString())).isOne();

            assertThat(elsewhere.connections()).isZero();
        }
        assertThat(lines())
                .contains("located.bpmn: sample: sound, explored completely: 5 states")
                .contains("typed.dmn: the file: SELF_CONTAINED: it reads something outside the file: line 3: a DOCTYPE."
                        + " Take it out: diagrams and decisions are read by themselves.");
    }

    @Test
    void readsNothingOutsideTheFolder(@TempDir Path all) throws IOException {
        Path folder = Files.createDirectory(all.resolve("folder"));
        Path outside = Files.copy(SAMPLES.resolve("sound/loop.bpmn"), all.resolve("outside.bpmn"));
        Path inside = Files.copy(outside, folder.resolve("inside.bpmn"));
        Files.createSymbolicLink(folder.resolve("out.bpmn"), outside);
        Files.createSymbolicLink(folder.resolve("endless.dmn"), Path.of("/dev/zero"));
        Files.createSymbolicLink(folder.resolve("again.bpmn"), inside);

        assertThat(check("--soundness-only", folder.toString())).isOne();

        String unread = ": the file: READABLE: it was not read: it is no file, or a link that leads out of the folder."
                + " Put the file itself there.";
        assertThat(lines())
                .contains("out.bpmn" + unread, "endless.dmn" + unread, "2 files, 2 findings.")
                .anyMatch(line -> line.startsWith("again.bpmn: sample: sound"));
    }

    @Test
    void explainsItselfWhenUsedWrongly() {
        assertThat(check()).isEqualTo(2);
        assertThat(check("--soundness-only")).isEqualTo(2);
        assertThat(check("--what", "here")).isEqualTo(2);
        assertThat(check("one", "two")).isEqualTo(2);
        assertThat(check("no/such/folder")).isEqualTo(2);
        assertThat(lines()).contains("no/such/folder is no directory.").anyMatch(line -> line.startsWith("Usage: "));
    }

    private int check(String... arguments) {
        return CheckCommand.run(List.of(arguments), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
