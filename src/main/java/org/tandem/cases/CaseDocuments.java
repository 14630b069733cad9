package org.tandem.cases;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.platform.web.Translator;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchIndex;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/** Cases by number, subject and state, for those who may read the framework's cases (D20). */
@Component
class CaseDocuments implements SearchSource {

    private static final List<String> KINDS = List.of("selection", "divergence", "support");

    private final CaseFiles files;
    private final Frameworks frameworks;
    private final Countries countries;
    private final ObjectProvider<CaseText> texts;
    private final Translator translator;
    private final ReferenceLoads loads;
    private final SearchIndex index;

    CaseDocuments(
            CaseFiles files,
            Frameworks frameworks,
            Countries countries,
            ObjectProvider<CaseText> texts,
            Translator translator,
            ReferenceLoads loads,
            SearchIndex index) {
        this.files = files;
        this.frameworks = frameworks;
        this.countries = countries;
        this.texts = texts;
        this.translator = translator;
        this.loads = loads;
        this.index = index;
    }

    @Override
    public List<SearchKind> kinds() {
        return KINDS.stream()
                .map(kind -> new SearchKind(kind, 60 + KINDS.indexOf(kind), "cases.kind." + kind))
                .toList();
    }

    @Override
    public String basis() {
        return loads.fingerprint("countries") + loads.fingerprint("frameworks");
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        List<CaseFile> some = files.findTop500ByIdGreaterThanOrderById("");
        while (!some.isEmpty()) {
            some.forEach(file -> to.accept(document(file.view())));
            some = files.findTop500ByIdGreaterThanOrderById(
                    some.get(some.size() - 1).view().id());
        }
    }

    /** Cases stay; one opened while all are described must not be taken away again. */
    @Override
    public boolean forgets() {
        return false;
    }

    @Override
    public Set<String> audiencesOf(SignedIn reader) {
        return frameworks.all().stream()
                .filter(framework -> CaseReaders.mayRead(reader, framework.parties()))
                .map(Framework::shortCode)
                .collect(Collectors.toSet());
    }

    void put(List<CaseView> views) {
        index.renew(views.stream().map(this::document).toList());
    }

    private SearchDocument document(CaseView view) {
        return new SearchDocument(
                        view.kind(),
                        view.id(),
                        "/cases/" + view.id(),
                        SearchDocument.each(locale -> translator.say(
                                Message.of("cases.countryAndArea", countryOf(view, locale), areaOf(view)), locale)),
                        SearchDocument.each(locale -> line(view, locale)))
                .only(view.framework())
                .as(view.version())
                .saying(Stream.concat(
                        Stream.concat(
                                frameworks.areaByKey(view.areaKey()).map(Area::number).stream(),
                                countries.find(view.country()).map(Country::nameEs).stream()),
                        texts.stream()
                                .filter(text -> text.kind().equals(view.kind()))
                                .flatMap(text -> text.of(view).stream())));
    }

    private String countryOf(CaseView view, Locale locale) {
        return countries
                .find(view.country())
                .map(country -> country.name(locale))
                .orElse(view.country());
    }

    private String areaOf(CaseView view) {
        return frameworks.areaByKey(view.areaKey()).map(Area::title).orElse(view.area());
    }

    private String line(CaseView view, Locale locale) {
        return String.join(
                " · ",
                view.id(),
                frameworks
                        .byShortCode(view.framework())
                        .map(Framework::shortTitle)
                        .orElse(view.framework()),
                translator.say(Message.of("cases.state." + view.state()), locale));
    }
}
