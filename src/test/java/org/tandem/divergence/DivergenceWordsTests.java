package org.tandem.divergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Is there a word for everything that a page puts together from a code? */
class DivergenceWordsTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "_fr"})
    void everyStateOutcomeSubjectLevelAndMoveHasAName(String language) throws IOException {
        Properties words = new Properties();
        for (String bundle : List.of("cases", "divergence")) {
            try (InputStream file = getClass().getResourceAsStream("/messages/" + bundle + language + ".properties")) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        }

        assertThat(words.stringPropertyNames())
                .containsAll(keys("cases.state.", DivergenceState.values()))
                .containsAll(keys("cases.next.", DivergenceState.values()))
                .containsAll(keys("cases.reason.", Outcome.values()))
                .containsAll(keys("divergence.outcome.", Outcome.values()))
                .containsAll(keys("divergence.history.settled.", Outcome.values()))
                .containsAll(keys("divergence.subject.", Subject.values()))
                .containsAll(keys("divergence.history.raised.", Subject.values()))
                .containsAll(keys("divergence.level.", Level.values()))
                .containsAll(keys("divergence.history.level.", Level.values()))
                .containsAll(keys("divergence.move.", DivergenceEntry.Kind.values()))
                .containsAll(keys("divergence.history.move.", DivergenceEntry.Kind.values()));
    }

    private static List<String> keys(String prefix, Enum<?>[] codes) {
        return Arrays.stream(codes).map(code -> prefix + code.name()).toList();
    }
}
