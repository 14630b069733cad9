package org.tandem.support;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.Cases;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;

/** What there is to choose from in the register and in the form, in the reader's language. */
@Component
class SupportChoices {

    private final SupportList list;
    private final Topics topics;
    private final Askers askers;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Cases cases;
    private final Translator translator;

    SupportChoices(
            SupportList list,
            Topics topics,
            Askers askers,
            Frameworks frameworks,
            Countries countries,
            Cases cases,
            Translator translator) {
        this.list = list;
        this.topics = topics;
        this.askers = askers;
        this.frameworks = frameworks;
        this.countries = countries;
        this.cases = cases;
        this.translator = translator;
    }

    record Choice(String value, String name) {}

    record Group(String name, List<Choice> items) {}

    /** A line of the register with its names. */
    record Line(SupportList.Row row, String country, String area, String topic) {}

    /** The frameworks with a joint mechanism that the reader may read. */
    List<Framework> readable(SignedIn who) {
        return askers.frameworks().stream()
                .filter(framework -> cases.mayRead(who, framework.shortCode()))
                .toList();
    }

    List<Choice> frameworks(SignedIn who) {
        return readable(who).stream()
                .map(framework -> new Choice(framework.shortCode(), framework.shortTitle()))
                .toList();
    }

    List<Group> areas(SignedIn who, @Nullable String framework) {
        return readable(who).stream()
                .filter(known -> framework == null || known.shortCode().equals(framework))
                .map(known -> group(known, known.currentAreas()))
                .toList();
    }

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

    /** The countries that are in the register. */
    List<Choice> countries(SignedIn who) {
        return list.countries(who).stream()
                .map(iso3 -> new Choice(iso3, countryName(iso3)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    List<Choice> allCountries() {
        return countries.all(locale()).stream()
                .map(country -> new Choice(country.iso3(), country.name(locale())))
                .toList();
    }

    List<Choice> states() {
        return Stream.of(SupportState.values())
                .map(state -> new Choice(state.name(), translator.say("cases.state." + state)))
                .toList();
    }

    List<Choice> ratings() {
        return Stream.concat(Stream.of(Rating.values()).map(Enum::name), Stream.of(SupportList.WAITING))
                .map(rating -> new Choice(rating, translator.say("support.rating." + rating)))
                .toList();
    }

    List<Choice> orders() {
        return Stream.of(SupportList.Order.values())
                .map(order -> order.name().toLowerCase(Locale.ROOT))
                .map(order -> new Choice(order, translator.say("support.list.sort." + order)))
                .toList();
    }

    List<Line> lines(List<SupportList.Row> rows) {
        return rows.stream()
                .map(row -> new Line(
                        row,
                        countryName(row.country()),
                        frameworks
                                .areaByKey(row.framework() + "-" + row.area())
                                .map(area -> area.number() + ". " + area.title())
                                .orElse(row.area()),
                        topics.name(row.topic(), locale())))
                .toList();
    }

    private String countryName(String iso3) {
        return countries.find(iso3).map(country -> country.name(locale())).orElse(iso3);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
