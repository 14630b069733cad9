package org.tandem.proposal.sections;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much weight a risk has on the scale of five by five, from 1 to 25.
 *
 * @param risk as it is written
 */
record RiskLevel(int level, int likelihood, int impact, String risk) {

    /** Heaviest first; without those that are not rated. */
    static List<RiskLevel> of(Map<String, Object> content) {
        return Rows.of(content, "risks").stream()
                .flatMap(RiskLevel::ofRow)
                .sorted(Comparator.comparing(RiskLevel::level).reversed())
                .toList();
    }

    private static Stream<RiskLevel> ofRow(Map<String, Object> row) {
        String rating = Rows.text(row, "likelihood").orElse("")
                + Rows.text(row, "impact").orElse("");
        if (!rating.matches("[1-5]{2}")) {
            return Stream.empty();
        }
        int likelihood = rating.charAt(0) - '0';
        int impact = rating.charAt(1) - '0';
        return Stream.of(new RiskLevel(
                likelihood * impact, likelihood, impact, Rows.text(row, "risk").orElse("")));
    }
}
