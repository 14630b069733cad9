package org.tandem.support;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.platform.SignedIn;

/** What there is to choose from in the form, in the reader's language. */
@Component
class SupportChoices {

    private final Topics topics;
    private final Askers askers;
    private final Countries countries;

    SupportChoices(Topics topics, Askers askers, Countries countries) {
        this.topics = topics;
        this.askers = askers;
        this.countries = countries;
    }

    record Choice(String value, String name) {}

    record Group(String name, List<Choice> items) {}

    /** The areas the person may ask about, those whose support the framework promises first. */
    List<Group> areasToAsk(SignedIn who, @Nullable String framework) {
        List<Framework> mine = askers.frameworksFor(who);
        boolean known = mine.stream().anyMatch(one -> one.shortCode().equals(framework));
        return mine.stream()
                .filter(one -> !known || one.shortCode().equals(framework))
                .map(one -> group(
                        one,
                        topics.areas(one).stream()
                                .filter(area -> askers.mayAskAbout(one, area, who))
                                .toList()))
                .toList();
    }

    private static Group group(Framework framework, List<Area> areas) {
        return new Group(
                framework.shortTitle(),
                areas.stream()
                        .map(area -> new Choice(area.areaKey(), area.number() + ". " + area.title()))
                        .toList());
    }

    List<Choice> topics() {
        return topics.all().stream()
                .map(topic -> new Choice(topic.code(), topic.name(locale())))
                .toList();
    }

    List<Choice> allCountries() {
        return countries.all(locale()).stream()
                .map(country -> new Choice(country.iso3(), country.name(locale())))
                .toList();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
