package org.tandem.frameworks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.CountriesMother;
import org.tandem.platform.reference.BrokenReference;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

class BrokenFrameworksTests {

    private static final Countries COUNTRIES = CountriesMother.countries(CountriesMother.INVENTED);
    private static final Agencies AGENCIES = CountriesMother.agencies(CountriesMother.INVENTED);
    private static final ReferenceFiles FILES = new ReferenceFiles(List.of(CountriesMother.INVENTED.toString()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code: AQUA-TERRA-MUD-2026 | code: AQUA-TERRA-mud-2026 | line 5, key framework.code | short code",
                "parties: [AQUA, TERRA]       | parties: [AQUA, MARS]        | line 9, key framework.parties[1] | MARS",
                "kind: research               | kind: digging                | key areas[0].actions[0].kind | digging",
                "named: [FIN]                 | named: [FIX]                 | key areas[0].actions[0].countries.named[0] | FIX",
                "from: \"2026-01-01\", to: null | from: 2026, to: null       | line 12, key framework.period.from | must be text",
                "due: \"2026-12-31\"          | due: \"31.12.2026\"          | key areas[0].indicators[0].due | must be a date",
                "measure: number              | measure: guess               | key areas[0].indicators[0].measure | must be number",
                "country: KEN                 | country: KEX                 | key assessments[0].country | KEX",
                "aquaRole: lead               | marsRole: lead               | key assessments[0].marsRole | unknown key",
                "areas: [M1]                  | areas: [M9]                  | key collaborations[0].areas[0] | M9",
                "status: under-way            | status: on-its-way           | key collaborations[0].status | must be one of",
                "label: One spoon for two     | labl: One spoon for two      | key areas[0].efficiencyGains[1].labl | unknown key",
                "code: ONE-SPOON              | code: LESS-DUST              | key areas[0].efficiencyGains[1].code | second time",
                "facts: []                    | fakts: []                    | key fakts | unknown key",
                "livingDocument: true         | livingDocument: perhaps      | key framework.livingDocument | true or false",
                "functions: [FOCAL_POINT], alsoCoordinator: 1 | functions: [BOSS], alsoCoordinator: 1 | key areas[0].focalPoints[0].functions[0] | BOSS"
            })
    void aMistakeIsNamedWithFileLineAndKey(String from, String to, String where, String why) {
        assertThatThrownBy(() -> read(from, to))
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("aqua-terra.yaml, line ")
                .hasMessageContaining(where)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"[M9], there is no area M9", "[], needs at least one area"})
    void usualAreasOfProposalsAreAreasOfTheFramework(String areas, String why) {
        String usual = "  proposalAreas: {areas: " + areas + ", source: {seed: \"000\", place: area 1}}\n";
        assertThatThrownBy(() -> read("  livingDocument: true", usual + "  livingDocument: true"))
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("key framework.proposalAreas.areas")
                .hasMessageContaining(why);
    }

    @Test
    void shortCodesAndAssessmentsBelongToOneFramework() {
        ReferenceFile invented = invented();
        ReferenceFile twin = new ReferenceFile("twin.yaml", invented.text().replace("-2026", "-2027"));

        assertThatThrownBy(() -> new FrameworkFiles(
                                List.of(invented, twin), FILES.bundled("open-points.yaml"), COUNTRIES, AGENCIES)
                        .read())
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("twin.yaml, line 5")
                .hasMessageContaining("short code MUD is taken by another framework");
    }

    private static void read(String from, String to) {
        ReferenceFile file = invented();
        int at = file.text().indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException(from);
        }
        String text = file.text().substring(0, at) + to + file.text().substring(at + from.length());
        new FrameworkFiles(
                        List.of(new ReferenceFile(file.name(), text)),
                        FILES.bundled("open-points.yaml"),
                        COUNTRIES,
                        AGENCIES)
                .read();
    }

    private static ReferenceFile invented() {
        return FILES.folder("frameworks").stream()
                .filter(file -> file.name().endsWith("aqua-terra.yaml"))
                .findFirst()
                .orElseThrow();
    }
}
