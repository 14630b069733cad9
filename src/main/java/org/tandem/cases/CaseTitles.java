package org.tandem.cases;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.web.Translator;

/** What a case is called, in templates {@code ${@caseTitles.of(view)}}: its title, else its countries and areas. */
@Component
public class CaseTitles {

    /** More are counted instead of named. */
    private static final int NAMED = 3;

    private final Countries countries;
    private final Frameworks frameworks;
    private final Translator translator;

    CaseTitles(Countries countries, Frameworks frameworks, Translator translator) {
        this.countries = countries;
        this.frameworks = frameworks;
        this.translator = translator;
    }

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
                        inWords("countries", countryNames(view, locale), locale),
                        inWords("areas", areaTitles(view), locale)),
                locale);
    }

    private List<String> countryNames(CaseView view, Locale locale) {
        return view.countries().stream()
                .map(code -> countries
                        .find(code)
                        .map(country -> country.name(locale))
                        .orElse(code))
                .toList();
    }

    private List<String> areaTitles(CaseView view) {
        return view.areas().stream()
                .map(code -> frameworks
                        .areaByKey(view.framework() + "-" + code)
                        .map(Area::title)
                        .orElse(code))
                .toList();
    }

    private String inWords(String what, List<String> names, Locale locale) {
        if (names.isEmpty()) {
            return translator.say(Message.of("cases.all." + what), locale);
        }
        return names.size() > NAMED
                ? translator.say(Message.of("cases.several." + what, names.size()), locale)
                : String.join(", ", names);
    }
}
