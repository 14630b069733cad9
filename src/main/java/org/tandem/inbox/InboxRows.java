package org.tandem.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseTitles;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.MandatePattern;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.PausedTasks;
import org.tandem.tasks.Tasks;
import org.tandem.tasks.WatchedScopes;

/** Says of each task of a page why it is there and who has it; persons are looked up for all of them at once. */
@Component
@RequiredArgsConstructor
class InboxRows {

    private final Roster roster;
    private final CaseTitles titles;
    private final Frameworks frameworks;
    private final WatchedScopes regions;
    private final PausedTasks paused;
    private final Clock clock;

    /** @param since after which a task is new; null when nothing is */
    List<InboxRow> of(List<OpenTask> tasks, SignedIn who, @Nullable Instant since) {
        Map<MandatePattern, List<PersonName>> holders = roster.holders(tasks.stream()
                .flatMap(task -> task.offers().stream())
                .map(MandatePattern::parse)
                .collect(Collectors.toSet()));
        Map<UUID, PersonName> assignees = roster.persons(
                tasks.stream().map(OpenTask::assignee).filter(Objects::nonNull).collect(Collectors.toSet()));
        Set<String> still = paused.among(tasks);
        return tasks.stream()
                .map(task -> row(task, who, since, holders, assignees, still))
                .toList();
    }

    private InboxRow row(
            OpenTask task,
            SignedIn who,
            @Nullable Instant since,
            Map<MandatePattern, List<PersonName>> holders,
            Map<UUID, PersonName> assignees,
            Set<String> still) {
        List<MandatePattern> offers =
                task.offers().stream().map(MandatePattern::parse).toList();
        List<PersonName> others = offers.stream()
                .flatMap(offer -> holders.get(offer).stream())
                .filter(person ->
                        !person.id().equals(who.personId()) && !person.id().equals(task.assignee()))
                .distinct()
                .toList();
        Locale locale = LocaleContextHolder.getLocale();
        return new InboxRow(
                task,
                titles.country(task.country(), locale),
                titles.inShort(task.framework(), task.country(), task.area()),
                area(task, locale),
                why(task, who),
                Tasks.offeredTo(task, who),
                who.personId().equals(task.assignee()),
                task.assignee() == null ? null : assignees.get(task.assignee()),
                others,
                offers.stream().map(MandatePattern::agency).distinct().toList(),
                offers.stream().map(roster::describe).collect(Collectors.joining(", ")),
                still.contains(task.id()) ? PausedTasks.WORD : task.timeliness(clock.instant()),
                since != null && task.createdAt().isAfter(since));
    }

    private String area(OpenTask task, Locale locale) {
        String key = task.framework() + "-" + task.area();
        return frameworks
                .areaByKey(key)
                .map(area -> area.number() + " " + area.title())
                .orElseGet(() -> titles.area(key, locale));
    }

    private String why(OpenTask task, SignedIn who) {
        return Tasks.offerFor(task, who)
                .or(() -> regions.why(task, who).map(mandate -> mandate.group()))
                .map(roster::describeHolder)
                .orElse("");
    }
}
