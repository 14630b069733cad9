package org.tandem.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.web.ArgumentNaming;
import org.tandem.platform.web.Times;

/** The names of what histories and refusals mention: agencies, countries, groups, persons, moments. */
@Configuration(proxyBeanMethods = false)
class ArgumentNames {

    private record Named(String kind, BiFunction<String, Locale, String> naming) implements ArgumentNaming {

        @Override
        public String name(String code, Locale locale) {
            return naming.apply(code, locale);
        }
    }

    @Bean
    ArgumentNaming areaTitles(ObjectProvider<CaseTitles> titles) {
        return new Named("area", (key, locale) -> titles.getObject().area(key, locale));
    }

    /** What a case is about: country and area, or its title. */
    @Bean
    ArgumentNaming caseSubjects(ObjectProvider<CaseTitles> titles, ObjectProvider<Cases> cases) {
        return new Named("case", (id, locale) -> cases.getObject()
                .find(new CaseId(id))
                .map(view -> titles.getObject().of(view, locale))
                .orElse(id));
    }

    @Bean
    ArgumentNaming countryNames(ObjectProvider<CaseTitles> titles) {
        return new Named("country", (code, locale) -> titles.getObject().country(code, locale));
    }

    @Bean
    ArgumentNaming areaNames(Frameworks frameworks) {
        return new Named("areaKey", (key, locale) -> frameworks
                .areaByKey(key)
                .map(area -> key + " (" + area.title(locale) + ")")
                .orElse(key));
    }

    @Bean
    ArgumentNaming groupNames(ObjectProvider<Roster> roster) {
        return new Named("group", (code, locale) -> describe(roster.getObject(), code, locale));
    }

    @Bean
    ArgumentNaming groupListNames(ObjectProvider<Roster> roster) {
        return new Named("groups", (codes, locale) -> Arrays.stream(codes.split(","))
                .map(code -> describe(roster.getObject(), code, locale))
                .collect(Collectors.joining(", ")));
    }

    @Bean
    ArgumentNaming personNames(ObjectProvider<Roster> roster) {
        return new Named("person", (id, locale) -> {
            try {
                return roster.getObject().nameOf(UUID.fromString(id));
            } catch (IllegalArgumentException nobody) {
                return "–";
            }
        });
    }

    @Bean
    ArgumentNaming moments(ObjectProvider<Times> times) {
        return new Named("time", (instant, locale) -> {
            try {
                return times.getObject().full(Instant.parse(instant));
            } catch (java.time.format.DateTimeParseException never) {
                return "–";
            }
        });
    }

    @Bean
    ArgumentNaming days(ObjectProvider<Times> times) {
        return new Named("date", (day, locale) -> {
            try {
                return times.getObject().date(LocalDate.parse(day));
            } catch (java.time.format.DateTimeParseException never) {
                return "–";
            }
        });
    }

    private static String describe(Roster roster, String group, Locale locale) {
        try {
            return roster.describe(MandatePattern.parse(group), locale);
        } catch (IllegalArgumentException unknown) {
            return group;
        }
    }
}
