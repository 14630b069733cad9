package org.tandem.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Role;
import org.tandem.platform.reference.ReferenceLoads;
import org.tandem.search.SearchDocument;
import org.tandem.search.SearchIndex;
import org.tandem.search.SearchKind;
import org.tandem.search.SearchSource;

/**
 * The functions somebody holds at present, by what they are called: never who holds them, because names are shown to those
 * who work on a case and to nobody else. A function leads to what it answers for.
 */
@Component
@RequiredArgsConstructor
class FunctionDocuments implements SearchSource {

    private static final String KIND = "function";

    /** They answer for nothing that has a page. */
    private static final List<Role> NOT_LISTED = List.of(Role.OBSERVER, Role.ADMINISTRATOR);

    private static final String HELD = """
            select distinct m.group_name from tandem.mandate m join tandem.person p on p.id = m.person_id and p.active
             where m.ended_at is null""";

    private final FunctionWords words;
    private final Agencies agencies;
    private final Countries countries;
    private final Frameworks frameworks;
    private final ReferenceLoads loads;
    private final SearchIndex index;
    private final JdbcClient jdbc;

    @Override
    public List<SearchKind> kinds() {
        return List.of(new SearchKind(KIND, 70, "people.found." + KIND));
    }

    /** The roster too: demo mandates and those of another node's release come without an event. */
    @Override
    public String basis() {
        String data = Stream.of("countries", "frameworks", "funds")
                .map(loads::fingerprint)
                .collect(Collectors.joining());
        return data + " " + held().hashCode();
    }

    @Override
    public void describeAll(Consumer<SearchDocument> to) {
        held().stream()
                .map(MandatePattern::parse)
                .filter(pattern -> !NOT_LISTED.contains(pattern.role()))
                .forEach(pattern -> to.accept(document(pattern)));
    }

    @EventListener
    void on(MandateGranted granted) {
        keepUp(granted.pattern());
    }

    @EventListener
    void on(MandateEnded ended) {
        keepUp(ended.pattern());
    }

    @EventListener
    void on(PersonDeactivated deactivated) {
        deactivated.mandates().forEach(this::keepUp);
    }

    private void keepUp(MandatePattern pattern) {
        boolean isHeld = jdbc.sql(HELD + " and m.group_name = ?")
                .param(pattern.group())
                .query(String.class)
                .optional()
                .isPresent();
        if (!isHeld) {
            index.remove(KIND, pattern.group());
        } else if (!NOT_LISTED.contains(pattern.role())) {
            index.put(document(pattern));
        }
    }

    private List<String> held() {
        return jdbc.sql(HELD + " order by m.group_name").query(String.class).list();
    }

    private SearchDocument document(MandatePattern pattern) {
        return new SearchDocument(
                        KIND,
                        pattern.group(),
                        href(pattern),
                        SearchDocument.each(locale -> words.ofOne(pattern, locale)),
                        SearchDocument.each(locale -> line(pattern, locale)))
                .saying(SearchDocument.LANGUAGES.stream().map(locale -> words.ofAll(pattern, locale)));
    }

    private String line(MandatePattern pattern, Locale locale) {
        return Stream.of(
                        agencies.find(pattern.agency()).map(agency -> agency.name(locale)),
                        frameworks.areaByKey(pattern.scope()).map(area -> area.areaKey() + " " + area.title(locale)),
                        countries.find(pattern.scope()).map(Country::iso3))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    private String href(MandatePattern pattern) {
        String scope = pattern.scope();
        return switch (pattern.scopeKind()) {
            case AREA ->
                frameworks.areaByKey(scope).map(FunctionDocuments::page).orElse("/frameworks");
            case COUNTRY -> "/countries/" + scope;
            case REGION ->
                countries.find(scope).isPresent()
                        ? "/countries/" + scope
                        : "/countries?region=" + pattern.agency() + ":" + scope;
            case FRAMEWORK -> "/frameworks/" + scope;
            case FUND -> "/funds/" + scope;
            case WORLD -> "/frameworks";
        };
    }

    private static String page(Area area) {
        return "/frameworks/" + area.framework() + "#" + area.code();
    }
}
