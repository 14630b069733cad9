package org.tandem.models.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.models.ModelFiles;

/** Is a diagram that can go wrong refused, by the right name, and is one that cannot let through? */
class SoundnessTests {

    private static final Path SAMPLES = Path.of("src/test/resources/soundness");

    @Test
    void everyProcessOfTheHouseIsSoundAndExploredCompletely() {
        SortedMap<String, BpmnModelInstance> models = new TreeMap<>();
        ModelFiles.in(Path.of(".")).contents().forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                models.put(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            }
        });

        List<SoundnessReport> reports = Soundness.of(models, Limit.USUAL);

        System.out.println(reports.stream()
                .map(report -> report.file() + ": " + report.summary())
                .collect(Collectors.joining("\n")));
        assertThat(reports).isNotEmpty().allSatisfy(report -> {
            assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
            assertThat(report.gaps()).isEmpty();
            assertThat(report.assumptions()).noneMatch(assumption -> assumption.matches(".*(is called|is woken).*"));
            assertThat(report.isProvenSound()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("sound")
    void letsSoundDiagramsThrough(String sample) {
        assertThat(read("sound", sample)).isNotEmpty().allSatisfy(report -> {
            assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
            assertThat(report.summary()).matches("sound, explored completely: [0-9]+ states");
        });
    }

    @ParameterizedTest
    @MethodSource("unsound")
    void refusesUnsoundDiagramsByTheRightName(String sample) {
        Flaw name = Flaw.valueOf(sample.replaceFirst("-.*", ""));

        assertThat(read("unsound", sample).get(0).findings())
                .extracting(SoundnessFinding::flaw)
                .containsOnly(name);
    }

    @Test
    void hasASampleOfEveryFlaw() {
        assertThat(unsound().map(sample -> Flaw.valueOf(sample.replaceFirst("-.*", ""))))
                .containsAll(Arrays.asList(Flaw.values()));
    }

    @Test
    void showsTheRunThatGoesWrongAndWhereTheTokensAreThen() {
        SoundnessFinding finding = only("DEADLOCK-exclusive-split-parallel-join.bpmn");

        assertThat(finding.element()).isEqualTo(new Element("both", "Both"));
        assertThat(finding.trace()).extracting(Element::id).containsExactly("begun", "which", "write");
        assertThat(finding.holding()).extracting(Element::id).containsExactly("both");
        assertThat(finding.problem())
                .isEqualTo("DEADLOCK: tokens wait here and nothing can ever move on."
                        + " Trace: begun → which → write. Tokens then: both.");
    }

    @Test
    void showsAllStepsOfTheRunEvenWhenStepsInARowAreDrawnTogether() {
        BpmnModelInstance model = model(SAMPLES.resolve("unsound/LACK_OF_SYNCHRONISATION-long-branches.bpmn"));

        SoundnessReport report =
                Soundness.of(new TreeMap<>(Map.of("long", model)), new Limit(8)).get(0);

        assertThat(report.complete()).isTrue();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.flaw()).isEqualTo(Flaw.LACK_OF_SYNCHRONISATION);
            assertThat(finding.road()).isEqualTo("begun → split → write → call → dial → talk → either");
        });
    }

    @Test
    void saysHowFarItCameWhenItCouldNotSeeEverything() {
        BpmnModelInstance model = model(SAMPLES.resolve("sound/inclusive-split-and-join.bpmn"));

        SoundnessReport report =
                Soundness.of(new TreeMap<>(Map.of("wide", model)), new Limit(5)).get(0);

        assertThat(report.isProvenSound()).isFalse();
        assertThat(report.summary())
                .matches("no flaw found, not completely: stopped at [0-9]+ states, the limit was reached");
    }

    @Test
    void saysWhatACallLeansOn() {
        assertThat(read("sound", "call.bpmn").get(0).assumptions()).isEmpty();
        assertThat(read("partly", "calls-a-stranger.bpmn").get(0).assumptions())
                .containsExactly("elsewhere is called, is not among the files, and is taken to end");
        assertThat(read("partly", "calls-itself.bpmn").get(0).summary())
                .endsWith("sample calls itself, and whether that ever stops is not known");
    }

    @Test
    void saysWhereItIsBounded() {
        assertThat(read("sound", "boundary-reminder-in-a-loop.bpmn").get(0).assumptions())
                .containsExactly("reminded starts again only when what it started has ended");
        assertThat(read("sound", "eight-parallel-branches-of-five.bpmn").get(0).assumptions())
                .containsExactly("steps in a row count as one");
    }

    @Test
    void saysWhereTheEngineIsLessPatientThanBpmn() {
        assertThat(read("sound", "inclusive-with-a-branch-that-may-end-elsewhere.bpmn")
                        .get(0)
                        .assumptions())
                .containsExactly(
                        "all is woken when the last token it waits for ends elsewhere, which Camunda 7 does not do");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(read("partly", "compensation.bpmn").get(0).gaps())
                .contains("the compensation undoNeeded is not covered", "the compensation undo is not covered");
    }

    @ParameterizedTest
    @MethodSource("partly")
    void refusesNothingForWhatItDoesNotUnderstand(String sample) {
        assertThat(read("partly", sample)).isNotEmpty().allSatisfy(report -> {
            assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
            assertThat(report.isProvenSound())
                    .isEqualTo(report.gaps().isEmpty())
                    .isEqualTo(sample.equals("calls-a-stranger.bpmn") || sample.startsWith("no-start-event"));
        });
    }

    @Test
    void namesWhatItDoesNotUnderstand() {
        assertThat(read("partly", "ad-hoc.bpmn").get(0).gaps())
                .containsExactly("the ad-hoc subprocess anyOrder is not covered");
        assertThat(read("partly", "complex-join.bpmn").get(0).gaps())
                .containsExactly("the complex gateway two is not covered");
        assertThat(read("partly", "two-starts-in-a-subprocess.bpmn").get(0).gaps())
                .containsExactly("only the first start event of work was followed");
        assertThat(read("partly", "flow-into-a-boundary-event.bpmn").get(0).gaps())
                .containsExactly("the sequence flow write_to_late leads to late, which none may lead to");
        assertThat(read("partly", "flow-out-of-a-link.bpmn").get(0).gaps())
                .containsExactly("the sequence flow toFiling_to_done leaves toFiling, which goes on at its other half");
        assertThat(read("partly", "inclusive-with-twelve-ways.bpmn").get(0).gaps())
                .contains("not every set of ways out of which was tried");
    }

    static Stream<String> partly() {
        return samples("partly");
    }

    static Stream<String> sound() {
        return samples("sound");
    }

    static Stream<String> unsound() {
        return samples("unsound");
    }

    private static Stream<String> samples(String folder) {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SoundnessFinding only(String sample) {
        List<SoundnessFinding> findings = read("unsound", sample).get(0).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<SoundnessReport> read(String folder, String sample) {
        return Soundness.of(sample, model(SAMPLES.resolve(folder).resolve(sample)));
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }
}
