package org.tandem.countries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountriesTests {

    private static final Map<String, String> COUNTERPARTS = Map.of(
            "RBA", "AFRICA",
            "RBAP", "ASIA_PACIFIC",
            "RBAS", "ARAB_STATES",
            "RBEC", "EUROPE_CENTRAL_ASIA",
            "RBLAC", "AMERICAS");

    private final Countries countries = CountriesMother.countries();
    private final Agencies agencies = CountriesMother.agencies();

    @Test
    void thereAreAllOfThem() {
        assertThat(countries.all()).hasSize(208);
        assertThat(count("member")).isEqualTo(193);
        assertThat(count("observer")).isEqualTo(2);
        assertThat(count("area")).isEqualTo(13);
        assertThat(countries.all().stream().filter(Country::ldc)).hasSize(44);
        assertThat(countries.all().stream().filter(Country::lldc)).hasSize(32);
        assertThat(countries.all().stream().filter(Country::fragile)).hasSize(38);
        assertThat(countries.all().stream().filter(Country::hasResidentCoordinator))
                .hasSize(162);
    }

    @Test
    void somaliaIsAnArabStateForOneAgencyAndAfricanForTheOther() {
        assertThat(region("UNDP", "SOM")).isEqualTo("RBAS");
        assertThat(region("ILO", "SOM")).isEqualTo("AFRICA");
        assertThat(region("UNHCR", "SOM")).isEqualTo("EASTERN_AND_SOUTHERN_AFRICA");
    }

    @Test
    void exactlyEightProgrammeCountriesAreFiledDifferently() {
        assertThat(countries.all().stream()
                        .map(Country::iso3)
                        .filter(iso3 -> countries.regionOf("UNDP", iso3).isPresent())
                        .filter(iso3 -> !COUNTERPARTS.get(region("UNDP", iso3)).equals(region("ILO", iso3))))
                .containsExactlyInAnyOrder("DZA", "DJI", "EGY", "LBY", "MAR", "SOM", "SDN", "TUN");
    }

    @Test
    void anAgencyIsPresentWhereItsDataSaySo() {
        assertThat(countries.isPresent("UNDP", "VNM")).isTrue();
        assertThat(countries.isPresent("UNDP", "FRA")).isFalse();
        assertThat(countries.isPresent("UNDP", "CYP")).isTrue();
        assertThat(countries.regionOf("UNDP", "CYP")).isEmpty();
        assertThat(countries.isPresent("ILO", "FRA")).isTrue();
        assertThat(countries.isPresent("ILO", "BTN")).isFalse();
        assertThat(countries.isPresent("UNHCR", "JOR")).isTrue();
        assertThat(countries.isPresent("NOBODY", "JOR")).isFalse();
        assertThat(countries.all().stream().filter(country -> countries.isPresent("ILO", country.iso3())))
                .hasSize(187);
    }

    @Test
    void namesAreInTheReadersLanguage() {
        Country germany = countries.find("DEU").orElseThrow();

        assertThat(germany.name(Locale.ENGLISH)).isEqualTo("Germany");
        assertThat(germany.name(Locale.FRENCH)).isEqualTo("Allemagne");
        assertThat(germany.name(Locale.forLanguageTag("es"))).isEqualTo("Alemania");
        assertThat(agencies.find("ILO")
                        .orElseThrow()
                        .region("ARAB_STATES")
                        .orElseThrow()
                        .name(Locale.FRENCH))
                .isEqualTo("États arabes");
    }

    @Test
    void aSearchMindsNeitherAccentsNorCaseNorOrder() {
        assertThat(found("cote d'ivoire")).containsExactly("CIV");
        assertThat(found("IVOIRE côte")).containsExactly("CIV");
        assertThat(found("turkiye")).containsExactly("TUR");
        assertThat(found("vnm")).containsExactly("VNM");
        assertThat(found("guinee equatoriale")).containsExactly("GNQ");
        assertThat(found("atlantis")).isEmpty();
    }

    @Test
    void theEightGroundsOfRegionsAreComplete() {
        assertThat(agencies.all().stream().map(Agency::code)).containsExactly("UNDP", "ILO", "UNHCR");
        assertThat(agencies.all().stream().map(agency -> agency.regions().size()))
                .containsExactly(5, 5, 6);
        agencies.all().forEach(agency -> agency.regions()
                .forEach(region -> assertThat(countries.inRegion(agency.code(), region.code()))
                        .as(agency.code() + " " + region.code())
                        .isNotEmpty()));
    }

    @Test
    void flagsSayHowOldTheyAre() {
        FlagNote ldc = countries.flags().stream()
                .filter(flag -> flag.code().equals("ldc"))
                .findFirst()
                .orElseThrow();

        assertThat(ldc.asOf()).isEqualTo("2026-02-11");
        assertThat(ldc.doubtsAbout("LAO")).hasSize(1);
        assertThat(ldc.doubtsAbout("SOM")).isEmpty();
    }

    @Test
    void furtherAgenciesAreAFileAway() {
        Countries more = CountriesMother.countries(CountriesMother.INVENTED);

        assertThat(more.isPresent("AQUA", "FIN")).isTrue();
        assertThat(more.isPresent("AQUA", "VNM")).isFalse();
        assertThat(more.regionOf("AQUA", "FIN").map(Region::code)).contains("NORTH");
        assertThat(more.regionOf("TERRA", "FIN").map(Region::code)).contains("BALTIC");
    }

    private long count(String status) {
        return countries.all().stream()
                .filter(country -> country.unStatus().equals(status))
                .count();
    }

    private String region(String agency, String iso3) {
        return countries.regionOf(agency, iso3).orElseThrow().code();
    }

    private List<String> found(String words) {
        return countries.search(words).stream().map(Country::iso3).toList();
    }

    @Test
    void isFoundByAnyNameAndCodeButNotByHalfOfOne() {
        for (String typed : List.of("LAO", "la", "418", "République démocratique populaire lao", "viet  nam")) {
            assertThat(countries.named(typed)).as(typed).isPresent();
        }
        for (String typed : List.of("", " ", "Vie", "Atlantis", "x".repeat(400))) {
            assertThat(countries.named(typed)).as(typed).isEmpty();
        }
        assertThat(countries.named(null)).isEmpty();
    }
}
