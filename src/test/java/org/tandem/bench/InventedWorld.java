package org.tandem.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Agencies and frameworks that do not exist, as data only (D21): five parties, {@value #FRAMEWORKS} frameworks of
 * {@value #AREAS} areas. A nomination of one party is put to the focal points of the four others, hence 5,000 groups.
 */
final class InventedWorld {

    static final int FRAMEWORKS = 25;
    static final int AREAS = 50;
    static final int COUNTRIES_OF_A_REGION = 5;
    static final List<String> PARTIES = List.of("BA", "BB", "BC", "BD", "BE");

    private static final String SOURCE = "source: {seed: invented, place: page 1}";

    private InventedWorld() {}

    /** @return the directory to give to the application */
    static Path write(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("agencies"));
        Files.createDirectories(directory.resolve("frameworks"));
        Files.writeString(directory.resolve("agencies").resolve("bench.yaml"), agencies());
        for (int number = 1; number <= FRAMEWORKS; number++) {
            String code = framework(number);
            Files.writeString(directory.resolve("frameworks").resolve(code + ".yaml"), frameworkFile(code));
        }
        return directory;
    }

    static String framework(int number) {
        return "B%02d".formatted(number);
    }

    static String area(int number) {
        return "A%02d".formatted(number);
    }

    static String region(int country) {
        return "R%02d".formatted(1 + country / COUNTRIES_OF_A_REGION);
    }

    /** Every country of the reference data, always in the same order. */
    static List<String> countries() throws IOException {
        try (InputStream data = InventedWorld.class.getResourceAsStream("/reference/countries.csv");
                InputStreamReader text = new InputStreamReader(data, StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text).stream()
                    .map((CSVRecord row) -> row.get("iso3"))
                    .sorted()
                    .toList();
        }
    }

    private static String agencies() throws IOException {
        List<String> countries = countries();
        String regions = IntStream.range(0, countries.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        InventedWorld::region, Collectors.mapping(countries::get, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(region -> "        - {code: %1$s, name: {en: %1$s, fr: %1$s}, countries: [%2$s]}%n"
                        .formatted(region.getKey(), region.getValue()))
                .collect(Collectors.joining());
        return PARTIES.stream()
                .map(party -> """
                          - code: %1$s
                            name: {en: Invented %1$s, fr: Inventée %1$s}
                            accent: "#2E5A1C"
                            regions:
                              list:
                        %2$s    presence: {countries: [AFG]}
                        """.formatted(party, regions))
                .collect(Collectors.joining("", "schema: agencies/1\nagencies:\n", ""));
    }

    private static String frameworkFile(String code) {
        return """
                schema: joint-framework/1
                framework:
                  code: BENCH-%1$s
                  shortCode: %1$s
                  title: Invented framework %1$s
                  shortTitle: Framework %1$s
                  kind: joint-action-plan
                  parties: %2$s
                  ledBy: %2$s
                  adopted: {date: "2026-01", by: all heads, through: a letter}
                  period: {from: "2026-01-01", to: null, text: from 2026 on}
                  livingDocument: true
                  fundingConditional: false
                  summary: For measuring.
                  %3$s
                basis: []
                principles: []
                bodies: []
                roles:
                  - {code: FOCAL_POINT, title: Focal point, agencies: %2$s, functions: [carries an area], %3$s}
                fundingSources: []
                crossCutting: []
                references: []
                collaborations: []
                assessments: []
                milestones: []
                facts: []
                areas:
                %4$s""".formatted(
                        code,
                        PARTIES,
                        SOURCE,
                        IntStream.rangeClosed(1, AREAS)
                                .mapToObj(InventedWorld::areaText)
                                .collect(Collectors.joining()));
    }

    /** Only the first area has focal points of its own in the roster: thousands of accounts are of no use here. */
    private static String areaText(int number) {
        String focalPoints = number > 1
                ? ""
                : PARTIES.stream()
                        .map(party ->
                                "{agency: %s, count: 1, functions: [FOCAL_POINT], alsoCoordinator: 0}".formatted(party))
                        .collect(Collectors.joining(", "));
        return """
                  - {code: %1$s, number: "%2$d", title: Area %2$d, summary: null, mainOutput: null, groups: [], actions: [],
                     indicators: [], efficiencyGains: [], focalPoints: [%3$s], references: [], findings: [], %4$s}
                """.formatted(area(number), number, focalPoints, SOURCE);
    }
}
