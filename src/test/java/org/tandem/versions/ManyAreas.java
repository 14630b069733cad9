package org.tandem.versions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A framework with as many areas as a test needs: a country is nominated once for each. */
final class ManyAreas {

    static final String FRAMEWORK = "WIDE";

    private ManyAreas() {}

    static Path write(Path directory, int areas) {
        String text = """
                schema: joint-framework/1
                framework:
                  code: UNDP-ILO-WIDE-2026
                  title: Invented plan with many areas
                  shortTitle: Wide plan
                  kind: joint-action-plan
                  parties: [UNDP, ILO]
                  ledBy: [UNDP, ILO]
                  adopted: {date: "2026-01", by: both heads, through: a letter}
                  period: {from: "2026-01-01", to: null, text: from 2026 on}
                  livingDocument: true
                  fundingConditional: false
                  summary: Everything at once.
                  source: {seed: invented, place: page 1}
                basis: []
                principles: []
                bodies: []
                roles:
                  - {code: FOCAL_POINT, title: Focal point, agencies: [UNDP, ILO], functions: [carries an area], source: {seed: invented, place: page 2}}
                fundingSources: []
                areas:
                %scrossCutting: []
                references: []
                collaborations: []
                assessments: []
                milestones: []
                facts: []
                """.formatted(
                IntStream.rangeClosed(1, areas).mapToObj(ManyAreas::area).collect(Collectors.joining()));
        try {
            Files.createDirectories(directory.resolve("frameworks"));
            Files.writeString(directory.resolve("frameworks/wide.yaml"), text);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String area(int number) {
        return """
                  - code: W%1$d
                    number: "%1$d"
                    title: Part %1$d
                    summary: null
                    mainOutput: null
                    groups: []
                    actions: []
                    indicators: []
                    efficiencyGains: []
                    focalPoints:
                      - {agency: UNDP, count: 1, functions: [FOCAL_POINT], alsoCoordinator: 0}
                      - {agency: ILO, count: 1, functions: [FOCAL_POINT], alsoCoordinator: 0}
                    references: []
                    findings: []
                    source: {seed: invented, place: page 3}
                """.formatted(number);
    }
}
