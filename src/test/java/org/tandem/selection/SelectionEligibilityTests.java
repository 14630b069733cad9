package org.tandem.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What do the decision tables say, row by row? (R-004, R-005, S-005, S-006) */
class SelectionEligibilityTests {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "true,  true,  true,  ALREADY_OPEN",
        "true,  true,  false, ALREADY_OPEN",
        "true,  false, true,  ALREADY_OPEN",
        "true,  false, false, ALREADY_OPEN",
        "false, true,  true,  CEILING_REACHED",
        "false, true,  false, CEILING_REACHED",
        "false, false, true,  ABSENCE_UNEXPLAINED",
        "false, false, false, ELIGIBLE"
    })
    void aCountryIsEligibleUnlessOpenAboveTheCeilingOrUnexplained(
            boolean alreadyOpen, boolean ceilingReached, boolean absenceUnexplained, String verdict)
            throws IOException {
        assertThat(this.<String>decide(
                        "selectionEligibility",
                        Map.of(
                                "alreadyOpen",
                                alreadyOpen,
                                "ceilingReached",
                                ceilingReached,
                                "absenceUnexplained",
                                absenceUnexplained)))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"true, true, 70", "true, false, 60", "false, true, 60", "false, false, 50"})
    void leastDevelopedCountriesAndCrisesComeFirst(boolean ldc, boolean crisis, int priority) throws IOException {
        assertThat(this.<Number>decide("selectionPriority", Map.of("ldc", ldc, "crisis", crisis))
                        .intValue())
                .isEqualTo(priority);
    }

    private <T> T decide(String decision, Map<String, Object> facts) throws IOException {
        try (InputStream table = Files.newInputStream(Path.of("processes/selection/selectionEligibility.dmn"))) {
            return engine.evaluateDecisionTable(engine.parseDecision(decision, table), facts)
                    .getSingleEntry();
        }
    }
}
