package org.tandem.countries;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tandem.platform.reference.ReferenceFile;
import org.tandem.platform.reference.ReferenceFiles;

/** The files this module is made of, read together because they refer to each other. */
record CountryFiles(ReferenceFile countries, ReferenceFile flags, List<ReferenceFile> agencies) {

    static CountryFiles find(ReferenceFiles files) {
        return new CountryFiles(
                files.bundled("countries.csv"),
                files.bundled("country-flags.yaml"),
                Stream.concat(Stream.of(files.bundled("agencies.yaml")), files.folder("agencies").stream())
                        .toList());
    }

    List<ReferenceFile> all() {
        return Stream.concat(Stream.of(countries, flags), agencies.stream()).toList();
    }

    CountryData read() {
        List<AgencyRules> rules = AgenciesFile.read(agencies);
        List<CountryRow> rows = CountriesFile.rows(countries, rules);
        Set<String> codes = rows.stream().map(CountryRow::iso3).collect(Collectors.toSet());
        rules.forEach(agency -> checkCountries(agency, codes));
        return new CountryData(
                rows.stream().map(CountriesFile::country).toList(),
                rules.stream().map(AgencyRules::agency).toList(),
                rows.stream()
                        .flatMap(row -> rules.stream().map(agency -> agency.place(row)))
                        .toList(),
                FlagsFile.read(flags, codes));
    }

    private static void checkCountries(AgencyRules rules, Set<String> codes) {
        Stream<String> named = Stream.concat(
                rules.regionsByCountry().keySet().stream(),
                rules.presentIn() == null ? Stream.empty() : rules.presentIn().stream());
        rules.agency().regions().stream()
                .map(Region::code)
                .filter(codes::contains)
                .findFirst()
                .ifPresent(code -> {
                    throw rules.node().broken("calls a region like a country: " + code);
                });
        named.filter(iso3 -> !codes.contains(iso3)).sorted().findFirst().ifPresent(unknown -> {
            throw rules.node().broken("names a country that is not in the list: " + unknown);
        });
    }
}
