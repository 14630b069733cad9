package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.countries.CountriesMother;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;

/** Which of several mandates a comment or a letter is given in. */
class ActingAsTests {

    @SuppressWarnings("NullAway")
    private final ActingAs actingAs = new ActingAs(null, CountriesMother.countries());

    private final CaseSubject somalia = CaseSubject.of("FFA", "SOM", "A3");

    /** The alphabetically first used to be recorded, perhaps of another framework. */
    @ParameterizedTest
    @CsvSource({
        "focal-point:ILO:FFA-A3, country-office:UNDP:SOM",
        "country-office:UNDP:SOM, regional-director:ILO:AFRICA",
        "regional-director:ILO:AFRICA, coordinator:ILO:FFA",
        "regional-director:UNDP:RBAS, regional-director:UNDP:RBA",
        "coordinator:UNDP:FFA, coordinator:UNDP:WORLD",
        "coordinator:UNDP:WORLD, coordinator:UNDP:AAA",
        "coordinator:UNDP:WORLD, focal-point:UNDP:FFA-A1",
        "focal-point:UNDP:FFA-A1, country-office:UNDP:KEN",
        "focal-point:UNDP:FFA-A1, focal-point:UNDP:AAA-A3",
        "focal-point:UNDP:FFA-A3, technical-adviser:UNDP:FFA-A3",
    })
    void isTheClosestToTheCase(String closest, String other) {
        List<Mandate> held = new ArrayList<>(List.of(mandate(closest), mandate(other)));

        for (int turn = 0; turn < 2; turn++) {
            assertThat(actingAs.closest(somalia, held)).map(Mandate::group).contains(closest);
            Collections.reverse(held);
        }
    }

    @Test
    void isAsCloseToOneOfSeveralCountriesAndAreas() {
        CaseSubject several = new CaseSubject(null, "FFA", List.of("KEN", "SOM"), List.of("A1", "A3"), null);
        CaseSubject all = new CaseSubject(null, "FFA", List.of(), List.of(), null);
        List<Mandate> held = List.of(mandate("coordinator:ILO:FFA"), mandate("country-office:ILO:SOM"));

        assertThat(actingAs.closest(several, held)).map(Mandate::group).contains("country-office:ILO:SOM");
        assertThat(actingAs.closest(all, held)).map(Mandate::group).contains("coordinator:ILO:FFA");
    }

    @Test
    void isNobodyWithoutAMandate() {
        assertThat(actingAs.closest(somalia, List.of())).isEmpty();
    }

    private static Mandate mandate(String group) {
        MandatePattern pattern = MandatePattern.parse(group);
        return new Mandate(UUID.randomUUID(), pattern.role(), pattern.agency(), pattern.scopeKind(), pattern.scope());
    }
}
