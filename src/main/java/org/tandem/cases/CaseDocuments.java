package org.tandem.cases;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
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
@RequiredArgsConstructor
class CaseDocuments implements SearchSource {

    private final CaseFiles files;
    private final CaseReaders readers;
    private final Frameworks frameworks;
    private final Countries countries;
    private final CaseTitles titles;
    private final CaseTypes types;
    private final Translator translator;
    private final ReferenceLoads loads;
    private final SearchIndex index;

    @Override
    public List<SearchKind> kinds() {
        List<String> kinds = types.all().stream().map(CaseType::kind).toList();
        return kinds.stream()
                .map(kind -> new SearchKind(kind, 60 + kinds.indexOf(kind), "cases.kind." + kind))
                .toList();
    }

    @Override
    public String basis() {
        return loads.fingerprint("countries") + loads.fingerprint("frameworks") + readers.declared();
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        List<CaseView> some = files.after("");
        while (!some.isEmpty()) {
            some.forEach(view -> to.accept(document(view)));
            some = files.after(some.get(some.size() - 1).id());
        }
    }

    /** Cases stay; one opened while all are described must not be taken away again. */
    @Override
    public boolean forgets() {
        return false;
    }

    @Override
    public Set<String> audiencesOf(SignedIn reader) {
        return readers.audiencesOf(reader);
    }

    void put(List<CaseView> views) {
        index.renew(views.stream().map(this::document).toList());
    }

    private SearchDocument document(CaseView view) {
        return new SearchDocument(
                        view.kind(),
                        view.id(),
                        "/cases/" + view.id(),
                        SearchDocument.each(locale -> titles.of(view, locale)),
                        SearchDocument.each(locale -> line(view, locale)))
                .only(readers.audience(view))
                .as(view.version())
                .saying(Stream.of(
                                view.areas().stream().flatMap(code -> wordsOfArea(view.framework() + "-" + code)),
                                view.countries().stream().flatMap(this::namesOfCountry),
                                types.find(view.kind()).stream().flatMap(type -> type.words(view)))
                        .flatMap(words -> words));
    }

    private Stream<String> wordsOfArea(String areaKey) {
        return frameworks.areaByKey(areaKey).stream()
                .flatMap(area -> Stream.of(area.number(), area.title(Locale.ENGLISH), area.title(Locale.FRENCH)));
    }

    private Stream<String> namesOfCountry(String iso3) {
        return countries.find(iso3).stream()
                .flatMap(country ->
                        Stream.of(country.name(Locale.ENGLISH), country.name(Locale.FRENCH), country.nameEs()));
    }

    private String line(CaseView view, Locale locale) {
        String framework = frameworks
                .byShortCode(view.framework())
                .map(known -> known.shortTitle(locale))
                .orElse(view.framework());
        String state = translator.say(Message.of("cases.state." + view.state()), locale);
        return view.title() == null
                ? String.join(" · ", view.id(), framework, state)
                : String.join(" · ", view.id(), framework, titles.subject(view, locale), state);
    }
}
