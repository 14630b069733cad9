package org.tandem.models.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A second opinion: diagrams whose soundness is known because of how they were drawn, and broken in one known place. */
class SoundnessPropertyTests {

    private static final int DIAGRAMS = 200;
    private static final Limit SMALL = new Limit(5_000);

    @ParameterizedTest
    @MethodSource("seeds")
    void nestedBlocksAreSound(long seed) {
        SoundnessReport report = look(new Blocks(seed).xml());

        assertThat(report.findings()).extracting(SoundnessFinding::problem).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void oneWrongGatewayIsFoundByItsName(String xml, Set<Flaw> expected) {
        SoundnessReport report = look(xml);

        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().get(0).flaw()).isIn(expected);
    }

    static LongStream seeds() {
        return LongStream.range(0, DIAGRAMS);
    }

    static Stream<Arguments> broken() {
        return seeds().boxed().flatMap(seed -> {
            Blocks blocks = new Blocks(seed);
            return blocks.pairs.stream().flatMap(pair -> wrong(blocks, pair)).limit(4);
        });
    }

    private static Stream<Arguments> wrong(Blocks blocks, Blocks.Pair pair) {
        String parallel = "parallelGateway";
        String exclusive = "exclusiveGateway";
        return switch (pair.type()) {
            case "exclusiveGateway" ->
                Stream.of(
                        Arguments.of(blocks.with(pair.split(), parallel), Set.of(Flaw.LACK_OF_SYNCHRONISATION)),
                        Arguments.of(blocks.with(pair.join(), parallel), Set.of(Flaw.DEADLOCK)));
            case "parallelGateway" ->
                Stream.of(
                        Arguments.of(blocks.with(pair.split(), exclusive), Set.of(Flaw.DEADLOCK)),
                        Arguments.of(blocks.with(pair.join(), exclusive), unjoined(pair)));
            case "inclusiveGateway" ->
                Stream.of(
                        Arguments.of(blocks.with(pair.join(), parallel), Set.of(Flaw.DEADLOCK)),
                        Arguments.of(blocks.with(pair.join(), exclusive), Set.of(Flaw.LACK_OF_SYNCHRONISATION)));
            default ->
                Stream.of(
                        Arguments.of(blocks.with(pair.split(), parallel), Set.of(Flaw.UNSAFE)),
                        Arguments.of(blocks.with(pair.join(), parallel), Set.of(Flaw.DEADLOCK)));
        };
    }

    /** With a loop around it, the first token may be back sooner than the second arrives: both names are right. */
    private static Set<Flaw> unjoined(Blocks.Pair pair) {
        return pair.within() ? Set.of(Flaw.LACK_OF_SYNCHRONISATION, Flaw.UNSAFE) : Set.of(Flaw.LACK_OF_SYNCHRONISATION);
    }

    private static SoundnessReport look(String xml) {
        List<SoundnessReport> reports = Soundness.of(
                new TreeMap<>(Map.of(
                        "sample.bpmn",
                        Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))),
                SMALL);
        return reports.get(0);
    }
}
