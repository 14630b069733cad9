package org.tandem.cases;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.web.Translator;

/** What a case is called, in templates {@code ${@caseTitles.of(view)}}: its title, else its countries and areas. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CaseTitles {

    /** More are counted instead of named. */
    private static final int NAMED = 3;

    private final Countries countries;
    private final Frameworks frameworks;
    private final Translator translator;

    public String of(CaseView view) {
        return of(view, LocaleContextHolder.getLocale());
    }

    public String of(CaseView view, Locale locale) {
        return view.title() == null ? subject(view, locale) : view.title();
    }

    String subject(CaseView view, Locale locale) {
        return translator.say(
                Message.of(
                        "cases.countryAndArea",
                        inWords("countries", view.countries(), code -> country(code, locale), locale),
                        inWords("areas", view.areas(), code -> area(view.framework() + "-" + code, locale), locale)),
                locale);
    }

    /** What comes next, in one sentence: that of the kind of case where there is one. */
    public String next(CaseView view) {
        boolean waits = view.waitingSince() != null && view.suspendedBy() == null;
        String state = waits ? "waiting" : view.state();
        return ofKind("cases.next." + view.kind() + "." + state, "cases.next." + state);
    }

    /** That it is held up, since when and until what: in the words of the kind where there are any. */
    public String waiting(CaseView view) {
        return ofKind("cases.waiting." + view.kind(), "cases.waiting.any", MessageArgument.time(view.waitingSince()));
    }

    private String ofKind(String key, String general, Object... arguments) {
        String said = translator.say(key, arguments);
        return said.equals(key) ? translator.say(general, arguments) : said;
    }

    /** As little as tells it from others in a narrow row, such as "Viet Nam, area 3". */
    public String inShort(String framework, String country, String area) {
        Locale locale = LocaleContextHolder.getLocale();
        String areaKey = framework + "-" + area;
        return frameworks
                .areaByKey(areaKey)
                .map(known -> translator.say("cases.inShort", country(country, locale), known.number()))
                .orElseGet(() -> country(country, locale) + ", " + area(areaKey, locale));
    }

    /** The name of a country, or in words that there are several or none. */
    public String country(String code, Locale locale) {
        return countries
                .find(code)
                .map(country -> country.name(locale))
                .orElseGet(() -> inPlaceOfOne(code, "countries", locale));
    }

    /** The title of an area by its key, such as FFA-A3, or in words that there are several or none. */
    public String area(String areaKey, Locale locale) {
        return frameworks
                .areaByKey(areaKey)
                .map(area -> area.title(locale))
                .orElseGet(() -> inPlaceOfOne(areaKey, "areas", locale));
    }

    private String inPlaceOfOne(String code, String what, Locale locale) {
        return switch (code.substring(code.lastIndexOf('-') + 1)) {
            case CaseSubject.ALL -> translator.say(Message.of("cases.all." + what), locale);
            case CaseSubject.SEVERAL -> translator.say(Message.of("cases.several." + what), locale);
            default -> code;
        };
    }

    private String inWords(String what, List<String> codes, UnaryOperator<String> name, Locale locale) {
        if (codes.isEmpty()) {
            return inPlaceOfOne(CaseSubject.ALL, what, locale);
        }
        return codes.size() > NAMED
                ? translator.say(Message.of("cases.counted." + what, codes.size()), locale)
                : codes.stream().map(name).collect(Collectors.joining(", "));
    }
}
