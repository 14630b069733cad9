package org.tandem.countries;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.tandem.platform.reference.BrokenReference;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

class BrokenFilesTests {

    private final CountryFiles good = CountryFiles.find(new ReferenceFiles(List.of()));

    @Test
    void aValueThatIsNotAllowedIsNamedWithFileLineAndColumn() {
        refused(countries(",true,true,false,true,33.0000,65.0000,", ",perhaps,true,false,true,33.0000,65.0000,"))
                .hasMessageContaining("countries.csv, line 3, key ldc")
                .hasMessageContaining("\"perhaps\" is none of");
    }

    @Test
    void aCodeStandsOnceOnly() {
        refused(countries("AO,AGO,", "AO,AFG,"))
                .hasMessageContaining("countries.csv, line 4, key iso3: \"AFG\" stands already in line 3");
    }

    @Test
    void columnsAreKnownAndComplete() {
        refused(countries(",name_fr,", ",nom_fr,")).hasMessageContaining("line 1, key name_fr: this column is missing");
        refused(countries(",undp_region,", ",wfp_region,"))
                .hasMessageContaining("line 1, key wfp_region: unknown column");
        refused(countries("AF,AFG,004,", "AF,AFG,"))
                .hasMessageContaining("countries.csv, line 3, whole file: has 24 values");
    }

    @Test
    void aRegionIsOneOfItsAgency() {
        refused(countries(
                        ",RBAP,ASIA_PACIFIC,Asia and the Pacific,true,true",
                        ",RBXX,ASIA_PACIFIC,Asia and the Pacific,true,true"))
                .hasMessageContaining("line 3, key undp_bureau: UNDP has no region RBXX");
        refused(countries(
                        "member,country_programme,RBAP,true,country,Kabul",
                        "member,contry_programme,RBAP,true,country,Kabul"))
                .hasMessageContaining("line 3, key undp_presence")
                .hasMessageContaining("contry_programme");
    }

    /** A director is for a region or for a country, and the mandate says only which code. */
    @Test
    void noRegionIsCalledLikeACountry() {
        refused(agencies(
                        "      list:\n        - {code: RBA,",
                        "      list:\n        - {code: QAT, name: {en: Qatar, fr: Qatar}}\n        - {code: RBA,"))
                .hasMessageContaining("calls a region like a country: QAT");
    }

    @Test
    void flagsAndOfficesFitTogether() {
        refused(countries("Asia and the Pacific,conflict,false", "Asia and the Pacific,,false"))
                .hasMessageContaining("line 3, key fragile_class");
        refused(countries("RBAP,true,country,Kabul", "RBAP,true,none,Kabul")).hasMessageContaining("key rc_office");
    }

    @Test
    void unknownMissingAndDoubleKeysAreNamed() {
        refused(agencies("    accent: \"#0B5CAD\"", "    accentt: \"#0B5CAD\""))
                .hasMessageContaining("agencies.yaml, line 11, key agencies[0].accentt: unknown key");
        refused(agencies("    accent: \"#0B5CAD\"\n", ""))
                .hasMessageContaining("agencies.yaml, line 9, key agencies[0].accent: this key is missing");
        refused(agencies("  - code: ILO", "  - code: UNDP")).hasMessageContaining("UNDP stands here a second time");
        refused(agencies("accent: \"#0B5CAD\"", "accent: \"#88CCFF\"")).hasMessageContaining("too pale");
        refused(agencies("column: undp_bureau", "column: undp_office"))
                .hasMessageContaining("column undp_office is not in");
        refused(agencies("schema: agencies/1", "schema: [agencies")).hasMessageContaining("is not YAML");
    }

    @Test
    void aDoubtIsAboutACountryThatExists() {
        refused(new CountryFiles(good.countries(), replaced(good.flags(), "[BGD]", "[BGX]"), good.agencies()))
                .hasMessageContaining("country-flags.yaml, line 12, key flags[0].doubts[1].countries[0]")
                .hasMessageContaining("BGX");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new ReferenceFiles(List.of("no/such/place")))
                .isInstanceOf(BrokenReference.class)
                .hasMessageContaining("no/such/place");
    }

    private CountryFiles countries(String from, String to) {
        return new CountryFiles(replaced(good.countries(), from, to), good.flags(), good.agencies());
    }

    private CountryFiles agencies(String from, String to) {
        return new CountryFiles(
                good.countries(), good.flags(), List.of(replaced(good.agencies().get(0), from, to)));
    }

    private static ReferenceFile replaced(ReferenceFile file, String from, String to) {
        if (!file.text().contains(from)) {
            throw new IllegalArgumentException(from);
        }
        int at = file.text().indexOf(from);
        return new ReferenceFile(
                file.name(), file.text().substring(0, at) + to + file.text().substring(at + from.length()));
    }

    private static AbstractThrowableAssert<?, ?> refused(CountryFiles files) {
        return assertThatThrownBy(files::read).isInstanceOf(BrokenReference.class);
    }
}
