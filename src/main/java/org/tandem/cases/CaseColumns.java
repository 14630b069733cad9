package org.tandem.cases;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.Join;
import jakarta.persistence.criteria.Subquery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Cell;
import org.tandem.platform.register.Choice;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.DatabaseRows;
import org.tandem.platform.register.Filter;
import org.tandem.platform.register.Order;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** Columns, filters, orders and names that registers of cases have in common. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CaseColumns {

    private final CaseReaders readers;
    private final CaseTypes types;
    private final CaseTitles titles;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Agencies agencies;
    private final Translator translator;
    private final EntityManager entities;

    /** A register of one kind of case, that of the module: with those the reader may read, and with what machines are told of every case. */
    public <R extends CaseRow> Register<R> register(String module, String address, Class<R> type) {
        return new Register<>(module, address, new DatabaseRows<>(type, entities))
                .scope(reader -> readers.rows(module, reader))
                .data("id", "case", String.class, CaseRow::id)
                .data("framework", String.class, CaseRow::framework)
                .data("area", String.class, CaseRow::area)
                .file("area_title", this::areaTitle)
                .data("country", String.class, CaseRow::country)
                .file("country_name", this::countryName)
                .data("state", String.class, CaseRow::state)
                .file("state_name", row -> stateName(row.state()))
                .data("since", Instant.class, CaseRow::since);
    }

    public Stream<Framework> readableFrameworks(SignedIn reader) {
        return readers.frameworks(reader).stream();
    }

    public <R extends CaseRow> Filter<R> byFramework(String label) {
        return Filter.on("framework", label, "framework", () -> frameworks.all().stream()
                .map(framework -> new Choice(framework.shortCode(), framework.shortTitle()))
                .toList());
    }

    /** By an area with its framework, such as FFA-A3; by its code alone too. */
    public <R extends CaseRow> Filter<R> byArea(String label) {
        return Filter.<R>on("area", label, "areaKey", this::areas)
                .withOfOneGroup(true)
                .narrowing(area -> {
                    int dash = area.lastIndexOf('-');
                    Specification<R> ofCode = among("areas", area.substring(dash + 1));
                    return Condition.where(
                            dash < 0
                                    ? ofCode
                                    : ofCode.and((row, query, criteria) ->
                                            criteria.equal(row.get("framework"), area.substring(0, dash))));
                });
    }

    private List<Choice> areas() {
        return frameworks.all().stream()
                .flatMap(framework -> framework.areas().stream()
                        .map(area -> new Choice(area.areaKey(), area.numberedTitle(), framework.shortTitle())))
                .toList();
    }

    public <R extends CaseRow> Filter<R> byCountry(String label) {
        return Filter.<R>on("country", label, "countries", () -> countries.all(locale()).stream()
                        .map(country -> new Choice(country.iso3(), country.name(locale())))
                        .toList())
                .narrowing(country -> Condition.where(among("countries", country)));
    }

    private static <R extends CaseRow> Specification<R> among(String codes, String code) {
        return (row, query, criteria) -> {
            Subquery<Integer> found = query.subquery(Integer.class);
            Join<R, String> each = found.correlate(row).join(codes);
            return criteria.exists(found.select(criteria.literal(1)).where(criteria.equal(each, code)));
        };
    }

    public <R extends CaseRow> Filter<R> byState(String label, Stream<?> states) {
        List<String> known = states.map(String::valueOf).toList();
        return Filter.on("state", label, "state", () -> known.stream()
                .map(state -> new Choice(state, stateName(state)))
                .toList());
    }

    /** By the region one of these agencies files a country of the case under, such as ILO:AFRICA. */
    public <R extends CaseRow> Filter<R> byRegion(String label, Supplier<List<String>> agencyCodes) {
        return Filter.<R>on("region", label, "filedUnder", () -> agencyCodes.get().stream()
                        .flatMap(code -> agencies.find(code).stream())
                        .flatMap(agency -> agency.regions().stream()
                                .map(region -> new Choice(
                                        agency.code() + ":" + region.code(),
                                        agency.initials(locale()) + translator.say("platform.colon") + " "
                                                + region.name(locale()),
                                        agency.initials(locale()))))
                        .toList())
                .narrowing(region -> Condition.where(among("filedUnder", region)));
    }

    public Order orderedByCountry(String label, String... then) {
        return new Order("country", label, language -> countries(language).and(Order.sort(then)));
    }

    /** By the name of the country, as the reader's language sorts names. */
    public static Sort countries(Locale language) {
        return Order.sort("fr".equals(language.getLanguage()) ? "countryFr" : "countryEn", "framework", "area");
    }

    public Cell state(CaseRow row) {
        return Cell.tag(types.tone(row.state()), stateName(row.state()));
    }

    public String stateName(String state) {
        return translator.say("cases.state." + state);
    }

    public String countryName(CaseRow row) {
        return titles.country(row.country(), locale());
    }

    /** Country and area in one. */
    public String about(CaseRow row) {
        return translator.say(
                "cases.countryAndArea", MessageArgument.country(row.country()), MessageArgument.area(row.areaKey()));
    }

    public boolean isLeastDeveloped(CaseRow row) {
        return countries.find(row.country()).map(Country::ldc).orElse(false);
    }

    public boolean isInCrisis(CaseRow row) {
        return countries.find(row.country()).map(Country::fragile).orElse(false);
    }

    /** Number and title. */
    public String areaName(CaseRow row) {
        return frameworks.areaByKey(row.areaKey()).map(Area::numberedTitle).orElseGet(() -> areaTitle(row));
    }

    public String areaTitle(CaseRow row) {
        return titles.area(row.areaKey(), locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
