package org.tandem.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Sort;
import org.tandem.cases.CaseColumns;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** The living list of countries in selection, with state, area and flags (S-004). */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class SelectionRegister {

    private final CaseColumns cases;
    private final Frameworks frameworks;
    private final Countries countries;
    private final SelectionFigures figures;
    private final Translator translator;

    @Bean
    Register<SelectionRow> selectionCasesRegister(Nominators nominators, Coordinators coordinators) {
        Register<SelectionRow> register = cases.register("selection", "/selection", SelectionRow.class)
                .machines("/selection/cases", "cases", "rows", "countries-in-selection")
                .inWindows()
                .words("selection.nav.list", "selection.list.empty.title", "selection.list.empty.text")
                .action("selection.list.nominate", "/selection/nominate", who -> nominating()
                        .anyMatch(framework -> nominators.mayNominateIn(framework, who)))
                .action("selection.list.import", "/selection/import", coordinators::coordinatesAny)
                .notes(who -> cases.readableFrameworks(who)
                        .filter(Framework::nominatesCountries)
                        .map(this::places)
                        .toList())
                .filter(cases.byFramework("selection.field.framework"))
                .filter(cases.byArea("selection.field.area"))
                .filter(cases.byCountry("selection.field.country"))
                .filter(cases.byState(
                        "selection.list.state",
                        Stream.concat(Stream.of(SelectionState.values()), Stream.of("SUSPENDED"))))
                .filter(cases.byRegion("selection.list.region", this::parties))
                .order(new Order("priority", "selection.list.sort.priority", SelectionRegister::priorityFirst))
                .order(cases.orderedByCountry("selection.list.sort.country"))
                .order(Order.by("since", "selection.list.sort.since", "-since"))
                .counted("selection.list.count")
                .cells("selection.field.country", this::country)
                .column("selection.field.area", row -> Cell.text(cases.areaName(row)))
                .cells("selection.list.state", this::state)
                .cells("selection.list.waitingOn", row -> row.waitingOn()
                        .map(holder -> Cell.item(translator.say(Message.of("selection.list.holder", holder(holder)))))
                        .toList())
                .cells(
                        "selection.list.due",
                        row -> Stream.ofNullable(row.dueAt()).map(Cell::due).toList())
                .column("selection.list.since", row -> Cell.date(row.since()))
                .column("selection.field.nominatedBy", row -> Cell.agency(row.openedFor()))
                .column("selection.list.case", row -> Cell.link(row.id(), "/cases/" + row.id()))
                .data("reason", String.class, SelectionRow::reason)
                .data("noDirector", Boolean.class, SelectionRow::noDirector)
                .data("priority", Integer.class, SelectionRow::priority)
                .data("nominatedBy", String.class, SelectionRow::openedFor)
                .file("ldc", cases::isLeastDeveloped)
                .file("crisis", cases::isInCrisis);
        parties()
                .forEach(agency -> register.file("region_" + agency.toLowerCase(Locale.ROOT), row -> countries
                        .regionOf(agency, row.country())
                        .map(region -> region.name(LocaleContextHolder.getLocale()))
                        .orElse("")));
        return register;
    }

    private Stream<Framework> nominating() {
        return frameworks.all().stream().filter(Framework::nominatesCountries);
    }

    private List<String> parties() {
        return nominating()
                .flatMap(framework -> framework.parties().stream())
                .distinct()
                .toList();
    }

    private static Sort priorityFirst(Locale language) {
        return Order.sort("-priority").and(CaseColumns.countries(language));
    }

    /** How many countries the wave has, and may have; no ceiling is the default (O-01). */
    private Register.Note places(Framework framework) {
        int taken = figures.otherOpenCountries(framework.shortCode(), "");
        String left = frameworks.ceiling(framework.shortCode()).stream()
                .mapToObj(ceiling -> translator.say("selection.list.left", Math.max(0, ceiling - taken), ceiling))
                .findFirst()
                .orElseGet(() -> translator.say("selection.list.noCeiling"));
        return new Register.Note(
                "/frameworks/" + framework.shortCode(),
                framework.shortTitle(),
                translator.say("platform.colon") + " " + translator.say("selection.list.countries", taken) + " "
                        + left);
    }

    private List<Cell> country(SelectionRow row) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.link(cases.countryName(row), "/cases/" + row.id())));
        if (cases.isLeastDeveloped(row)) {
            cells.add(Cell.mark(translator.say("selection.flag.ldc.short"), translator.say("selection.flag.ldc")));
        }
        if (cases.isInCrisis(row)) {
            cells.add(
                    Cell.mark(translator.say("selection.flag.crisis.short"), translator.say("selection.flag.crisis")));
        }
        return cells;
    }

    private static MessageArgument holder(String code) {
        return code.contains(":") ? MessageArgument.group(code) : MessageArgument.person(code);
    }

    private List<Cell> state(SelectionRow row) {
        List<Cell> cells = new ArrayList<>(List.of(cases.state(row)));
        if (row.reason() != null) {
            cells.add(Cell.small(translator.say("cases.reason." + row.reason())));
        }
        if (row.noDirector()) {
            cells.add(Cell.tag("stop", translator.say("cases.flag.noDirector")));
        }
        return cells;
    }
}
