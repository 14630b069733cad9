package org.tandem.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of wiring has been seen red: each folder of broken-models breaks one rule in an otherwise good house. */
class WiringRulesTests {

    private static final Path FOLDER = Path.of("src/test/resources/broken-models");
    private static final String GOOD = "NONE";

    @Test
    void findsNothingInAGoodHouse() {
        assertThat(Wiring.findings(ModelFiles.in(FOLDER.resolve(GOOD)), new Garden()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void findsTheOffender(String offender) {
        ModelFiles files = ModelFiles.in(FOLDER.resolve(GOOD))
                .with(ModelFiles.in(FOLDER.resolve(offender)).contents());

        List<Finding> findings = Wiring.findings(files, new Garden());

        Rule rule = Rule.valueOf(offender.replaceFirst("-.*", ""));
        assertThat(findings).extracting(Finding::rule).contains(rule);
        assertThat(findings)
                .filteredOn(finding -> finding.rule() == rule)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.file()).matches("(processes|forms).*");
                    assertThat(finding.element()).isNotBlank();
                    assertThat(finding.sentence()).endsWith(".").doesNotContain("null");
                });
    }

    @Test
    void hasAnOffenderForEveryRule() {
        assertThat(offenders().map(offender -> Rule.valueOf(offender.replaceFirst("-.*", ""))))
                .containsAll(Arrays.asList(Rule.values()));
    }

    @Test
    void namesFileElementAndRemedyInOneSentence() {
        ModelFiles files = ModelFiles.in(FOLDER.resolve(GOOD))
                .with(ModelFiles.in(FOLDER.resolve("FORM_NAMED_LIKE_ITS_TASK")).contents());

        assertThat(Wiring.findings(files, new Garden()))
                .extracting(Finding::sentence)
                .containsExactly("processes/sowing/sowing.bpmn, chooseSeed: the form reference is “pickSeed”."
                        + " Set camunda:formRef to “chooseSeed” and leave camunda:formKey out.");
    }

    static Stream<String> offenders() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(GOOD))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the good house leans on. */
    private record Garden() implements ModelContext {

        @Override
        public Set<String> candidateGroups() {
            return Set.of("groups.gardeners");
        }

        @Override
        public Set<String> stepLimits() {
            return Set.of("chooseSeed", "pickSeed");
        }

        @Override
        public Set<String> delegates() {
            return Set.of("sowSeedDelegate", "cutCropDelegate");
        }

        @Override
        public Set<String> implementedTasks() {
            return Set.of("chooseSeed", "pickSeed");
        }

        @Override
        public Optional<FormFault> faultOf(String file, String json) {
            return json.contains("filepicker")
                    ? Optional.of(new FormFault("seed (filepicker)", "it is not supported.", "Use another component."))
                    : Optional.empty();
        }
    }
}
