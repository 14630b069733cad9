package org.tandem.dashboard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseLine;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.PersonName;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.PausedTasks;

/** Puts names to the lines of lists; persons are looked up for all of them at once. */
@Component
@RequiredArgsConstructor
class DashboardRows {

    private final Roster roster;
    private final Countries countries;
    private final Frameworks frameworks;
    private final Nudges nudges;
    private final Translator translator;

    record CaseRow(@JsonUnwrapped CaseLine line, String countryName, String areaTitle, String areaNumber) {}

    /**
     * @param waitsOn in words
     * @param mayNudge whether the reader can ask those it waits on, now
     */
    record TaskRow(
            @JsonUnwrapped TaskLine line,
            String name,
            String countryName,
            String areaNumber,
            String waitsOn,
            boolean mayNudge) {}

    /** @param name of the holder in words */
    record WaitRow(String holder, String name, Load tasks, Instant since) {}

    List<CaseRow> cases(List<CaseLine> lines) {
        return lines.stream()
                .map(line -> new CaseRow(
                        line,
                        country(line.country()),
                        title(line.framework(), line.area()),
                        number(line.framework(), line.area())))
                .toList();
    }

    List<TaskRow> tasks(List<TaskLine> lines, SignedIn who, Instant now) {
        Map<UUID, PersonName> persons = roster.persons(
                lines.stream().map(TaskLine::assignee).filter(Objects::nonNull).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new TaskRow(
                        line,
                        translator.say("task." + line.task()),
                        country(line.country()),
                        number(line.framework(), line.area()),
                        waitsOn(line, persons),
                        nudges.coordinated(line.framework(), who).isPresent()
                                && !line.timeliness().equals(PausedTasks.WORD)
                                && !who.personId().equals(line.assignee())
                                && Nudges.nextFrom(line.nudgedAt(), now) == null))
                .toList();
    }

    List<WaitRow> waits(List<Waits.Line> lines) {
        Map<UUID, PersonName> persons = roster.persons(lines.stream()
                .flatMap(line -> Stream.ofNullable(line.holder().person()))
                .collect(Collectors.toSet()));
        return lines.stream()
                .map(line ->
                        new WaitRow(line.holder().toString(), name(line.holder(), persons), line.tasks(), line.since()))
                .toList();
    }

    String name(Holder holder) {
        return holder.person() == null ? roster.describe(holder.toString()) : roster.nameOf(holder.person());
    }

    private String name(Holder holder, Map<UUID, PersonName> persons) {
        PersonName known = holder.person() == null ? null : persons.get(holder.person());
        return known == null ? name(holder) : known.displayName();
    }

    private String waitsOn(TaskLine line, Map<UUID, PersonName> persons) {
        return line.assignee() != null
                ? name(new Holder(line.assignee(), null), persons)
                : line.offers().stream().map(roster::describe).collect(Collectors.joining(", "));
    }

    private String country(String iso3) {
        return countries
                .find(iso3)
                .map(country -> country.name(LocaleContextHolder.getLocale()))
                .orElse(iso3);
    }

    private String title(String framework, String code) {
        Area area = area(framework, code);
        return area == null ? code : area.title();
    }

    private String number(String framework, String code) {
        Area area = area(framework, code);
        return area == null ? code : area.number();
    }

    private @Nullable Area area(String framework, String code) {
        return frameworks.areaByKey(framework + "-" + code).orElse(null);
    }
}
