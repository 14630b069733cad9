package org.tandem.countries;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/** Countries by all their names and codes, and by the regions agencies file them under. */
@Component
@RequiredArgsConstructor
class CountryDocuments implements SearchSource {

    private static final String KIND = "country";

    private final Countries countries;
    private final Agencies agencies;
    private final ReferenceLoads loads;

    @Override
    public List<SearchKind> kinds() {
        return List.of(new SearchKind(KIND, 10, "countries.found." + KIND));
    }

    @Override
    public String basis() {
        return loads.fingerprint("countries");
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        countries.all().forEach(country -> to.accept(document(country)));
    }

    private SearchDocument document(Country country) {
        return new SearchDocument(
                        KIND,
                        country.iso3(),
                        "/countries/" + country.iso3(),
                        Map.of("en", country.nameEn(), "fr", country.nameFr(), "es", country.nameEs()),
                        SearchDocument.each(locale -> line(country, locale)))
                .alsoNamed(Stream.concat(Stream.of(country.iso2()), namesInOneWord(country)));
    }

    /** Many write Vietnam, or Timorleste. */
    private static Stream<String> namesInOneWord(Country country) {
        return Stream.of(country.nameEn(), country.nameFr(), country.nameEs())
                .map(name -> name.replaceAll("[^\\p{L}\\p{N}]+", ""));
    }

    private String line(Country country, Locale locale) {
        return String.join(
                " · ",
                Stream.concat(
                                Stream.of(country.iso3()),
                                agencies.all().stream()
                                        .flatMap(agency -> countries.regionOf(agency.code(), country.iso3()).stream()
                                                .map(region -> agency.initials(locale) + ": " + region.name(locale))))
                        .toList());
    }
}
