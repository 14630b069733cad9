package org.tandem.inbox;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseTitles;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.Roster;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.StepLimits;
import org.tandem.tasks.TaskFilter;
import org.tandem.tasks.TaskFilter.Timeliness;
import org.tandem.tasks.TaskList;

/** What the inbox can be narrowed to: offered in the bar of filters, checked in every address. */
@Component
@RequiredArgsConstructor
class InboxChoices {

    private final TaskList list;
    private final Roster roster;
    private final CaseTitles titles;
    private final CaseReaders readers;
    private final Countries countries;
    private final Frameworks frameworks;
    private final StepLimits steps;
    private final Translator translator;

    record Choice(String value, String text) {}

    /** @param all value for all areas of the framework */
    record AreaGroup(String title, String all, List<Choice> areas) {}

    /** Each empty where there is nothing to choose between. */
    record Offered(
            List<AreaGroup> areas,
            List<Choice> countries,
            List<Choice> tasks,
            List<Choice> due,
            List<Choice> holders) {}

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
        if (filter.holder() != null && roster.describe(filter.holder()).equals(filter.holder())) {
            throw Refused.invalid("with", "inbox.refused.with");
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

    /** What occurs among the tasks of the box and what is chosen already; of very many tasks whatever there can be. */
    Offered offered(SignedIn who, InboxAddress address) {
        TaskFilter filter = address.filter();
        Optional<Set<TaskList.Occurrence>> found = list.occurring(who, filter.box());
        return new Offered(
                areas(who, found.map(set -> values(set, one -> one.framework() + "-" + one.area(), address.areaKey()))),
                twoOrMore(found
                        .map(set -> values(set, TaskList.Occurrence::country, filter.country()))
                        .orElseGet(() -> countries(who))
                        .stream()
                        .map(code -> new Choice(code, titles.country(code, LocaleContextHolder.getLocale())))),
                twoOrMore(found
                        .map(set -> values(set, TaskList.Occurrence::taskKey, filter.taskKey()))
                        .orElseGet(steps::taskKeys)
                        .stream()
                        .map(key -> new Choice(key, translator.say("task." + key)))),
                found
                        .map(set -> values(set, TaskList.Occurrence::timeliness, filter.timeliness()))
                        .orElse(Set.of(Timeliness.values()))
                        .stream()
                        .sorted(Comparator.reverseOrder())
                        .map(InboxAddress::due)
                        .map(due -> new Choice(due, translator.say("inbox.due." + due)))
                        .toList(),
                twoOrMore(
                        found
                                .map(set -> values(set, TaskList.Occurrence::holder, filter.holder()))
                                .orElse(Set.of())
                                .stream()
                                .map(group -> new Choice(group, roster.describe(group)))));
    }

    private static <T> Set<T> values(
            Set<TaskList.Occurrence> found, Function<TaskList.Occurrence, @Nullable T> of, @Nullable T chosen) {
        return Stream.concat(found.stream().map(of), Stream.ofNullable(chosen))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** In the order of the reader's language. */
    private static List<Choice> twoOrMore(Stream<Choice> choices) {
        Collator order = Collator.getInstance(LocaleContextHolder.getLocale());
        List<Choice> sorted =
                choices.sorted(Comparator.comparing(Choice::text, order)).toList();
        return sorted.size() < 2 ? List.of() : sorted;
    }

    private List<AreaGroup> areas(SignedIn who, Optional<Set<String>> occurring) {
        List<AreaGroup> groups = readers.frameworks(who).stream()
                .filter(Framework::nominatesCountries)
                .map(framework -> new AreaGroup(
                        framework.shortTitle(),
                        framework.shortCode() + "-*",
                        framework.currentAreas().stream()
                                .filter(area -> occurring.isEmpty()
                                        || occurring.get().contains(area.areaKey())
                                        || occurring.get().contains(framework.shortCode() + "-*"))
                                .map(area -> new Choice(area.areaKey(), area.number() + " " + area.title()))
                                .toList()))
                .filter(group -> !group.areas().isEmpty())
                .toList();
        return groups.size() == 1 && groups.get(0).areas().size() < 2 ? List.of() : groups;
    }

    /** Only those of their regions and countries for whom tasks come from nowhere else. */
    private Set<String> countries(SignedIn who) {
        Set<ScopeKind> kinds = who.mandates().stream().map(Mandate::scopeKind).collect(Collectors.toSet());
        return Set.of(ScopeKind.COUNTRY, ScopeKind.REGION).containsAll(kinds)
                ? who.mandates().stream().flatMap(this::codes).collect(Collectors.toSet())
                : countries.all().stream().map(Country::iso3).collect(Collectors.toSet());
    }

    private Stream<String> codes(Mandate mandate) {
        return mandate.scopeKind() == ScopeKind.REGION
                ? countries.inRegion(mandate.agency(), mandate.scope()).stream().map(Country::iso3)
                : Stream.of(mandate.scope());
    }
}
