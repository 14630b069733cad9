package org.tandem.inbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.StepLimits;
import org.tandem.tasks.TaskFilter;

/** What the inbox can be narrowed to: offered in the filter form, checked in every address. */
@Component
@RequiredArgsConstructor
class InboxChoices {

    private final CaseReaders readers;
    private final Countries countries;
    private final Frameworks frameworks;
    private final StepLimits steps;
    private final Translator translator;

    record Choice(String value, String text) {}

    /** @param all value for all areas of the framework */
    record AreaGroup(String title, String all, List<Choice> areas) {}

    /** A filter in force, and the address without it. */
    record InForce(String name, String text, String without) {}

    /** @throws Refused naming the parameter and what is wrong with it */
    InboxAddress checked(InboxAddress address) {
        TaskFilter filter = address.filter();
        if (filter.framework() != null
                && frameworks.byShortCode(filter.framework()).isEmpty()) {
            throw Refused.invalid("framework", "inbox.refused.framework");
        }
        if (filter.area() != null && area(filter) == null) {
            throw Refused.invalid("area", "inbox.refused.area");
        }
        if (filter.country() != null && countries.find(filter.country()).isEmpty()) {
            throw Refused.invalid("country", "inbox.refused.country");
        }
        if (filter.taskKey() != null && !steps.taskKeys().contains(filter.taskKey())) {
            throw Refused.invalid("task", "inbox.refused.task");
        }
        return address;
    }

    private @Nullable Area area(TaskFilter filter) {
        return frameworks.all().stream()
                .filter(framework ->
                        filter.framework() == null || framework.shortCode().equals(filter.framework()))
                .flatMap(framework -> framework.area(String.valueOf(filter.area())).stream())
                .findFirst()
                .orElse(null);
    }

    List<AreaGroup> areas(SignedIn who) {
        return readers.frameworks(who).stream()
                .filter(Framework::nominatesCountries)
                .map(framework -> new AreaGroup(
                        framework.shortTitle(),
                        framework.shortCode() + "-*",
                        framework.currentAreas().stream()
                                .map(area -> new Choice(area.areaKey(), named(area)))
                                .toList()))
                .toList();
    }

    /** Only those of their regions and countries for whom tasks come from nowhere else. */
    List<Choice> countries(SignedIn who) {
        Locale locale = LocaleContextHolder.getLocale();
        Set<ScopeKind> kinds = who.mandates().stream().map(Mandate::scopeKind).collect(Collectors.toSet());
        boolean somewhere = Set.of(ScopeKind.COUNTRY, ScopeKind.REGION).containsAll(kinds);
        Set<String> mine = who.mandates().stream().flatMap(this::codes).collect(Collectors.toSet());
        return countries.all(locale).stream()
                .filter(country -> !somewhere || mine.contains(country.iso3()))
                .map(country -> new Choice(country.iso3(), country.name(locale)))
                .toList();
    }

    private Stream<String> codes(Mandate mandate) {
        return mandate.scopeKind() == ScopeKind.REGION
                ? countries.inRegion(mandate.agency(), mandate.scope()).stream().map(Country::iso3)
                : Stream.of(mandate.scope());
    }

    List<Choice> tasks() {
        return steps.taskKeys().stream()
                .map(key -> new Choice(key, task(key)))
                .sorted(Comparator.comparing(Choice::text))
                .toList();
    }

    List<InForce> inForce(InboxAddress address) {
        TaskFilter filter = address.filter();
        List<InForce> inForce = new ArrayList<>();
        if (filter.area() != null || filter.framework() != null) {
            inForce.add(new InForce("area", place(filter), address.anywhere().path()));
        }
        if (filter.country() != null) {
            inForce.add(new InForce(
                    "country",
                    country(filter.country()),
                    address.withoutCountry().path()));
        }
        if (filter.taskKey() != null) {
            inForce.add(new InForce(
                    "task", task(filter.taskKey()), address.withoutTask().path()));
        }
        if (address.due() != null) {
            inForce.add(new InForce(
                    "due",
                    translator.say("inbox.due." + address.due()),
                    address.withoutDue().path()));
        }
        return inForce;
    }

    private String place(TaskFilter filter) {
        Area area = filter.area() == null ? null : area(filter);
        if (area != null) {
            return filter.framework() == null ? named(area) : area.framework() + " " + named(area);
        }
        return frameworks
                .byShortCode(String.valueOf(filter.framework()))
                .map(Framework::shortTitle)
                .orElse("");
    }

    private String named(Area area) {
        return area.number() + " " + area.title();
    }

    private String country(String iso3) {
        return countries
                .find(iso3)
                .map(country -> country.name(LocaleContextHolder.getLocale()))
                .orElse(iso3);
    }

    private String task(String key) {
        return translator.say("task." + key);
    }
}
