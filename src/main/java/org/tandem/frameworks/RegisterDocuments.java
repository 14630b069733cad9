package org.tandem.frameworks;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/** Collaborations and assessments, by what the data say of them; what offices record about an assessment stays on its page. */
@Component
@RequiredArgsConstructor
class RegisterDocuments implements SearchSource {

    private static final String COLLABORATION = "collaboration";
    private static final String ASSESSMENT = "assessment";

    private final Frameworks frameworks;
    private final Countries countries;
    private final ReferenceLoads loads;

    @Override
    public List<SearchKind> kinds() {
        return List.of(
                new SearchKind(COLLABORATION, 80, "frameworks.found." + COLLABORATION),
                new SearchKind(ASSESSMENT, 90, "frameworks.found." + ASSESSMENT));
    }

    @Override
    public String basis() {
        return loads.fingerprint("frameworks") + loads.fingerprint("countries");
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        frameworks.collaborations().forEach(one -> to.accept(document(one)));
        frameworks.assessments().stream().filter(one -> !one.retired()).forEach(one -> to.accept(document(one)));
    }

    private SearchDocument document(Collaboration one) {
        return new SearchDocument(
                        COLLABORATION,
                        one.key(),
                        "/collaborations#" + one.key(),
                        SearchDocument.same(one.title()),
                        SearchDocument.each(locale ->
                                line(one.key(), one.countries().stream().map(Collaboration.Place::iso3), locale)))
                .saying(Stream.of(
                                Stream.of(one.summary(), one.kind(), one.fund(), one.status()),
                                one.areas().stream(),
                                one.agencies().stream())
                        .flatMap(texts -> texts));
    }

    private SearchDocument document(Assessment one) {
        return new SearchDocument(
                        ASSESSMENT,
                        one.code(),
                        "/assessments/" + one.code(),
                        SearchDocument.same(one.topic()),
                        SearchDocument.each(locale -> line(one.code(), Stream.of(one.country()), locale)))
                .saying(Stream.concat(one.leads().stream(), one.partners().stream()));
    }

    private String line(String key, Stream<String> places, Locale locale) {
        return String.join(
                " · ",
                Stream.concat(Stream.of(key), places.map(iso3 -> countries
                                .find(iso3)
                                .map(country -> country.name(locale))
                                .orElse(iso3)))
                        .toList());
    }
}
