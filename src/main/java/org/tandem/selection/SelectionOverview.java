package org.tandem.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.countries.Region;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** What stands around the living list: its filters, the places left per framework, and the names in its lines. */
@Component
@Transactional(readOnly = true)
class SelectionOverview {

    private final SelectionList list;
    private final SelectionFigures figures;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Agencies agencies;
    private final Cases cases;
    private final Nominators nominators;
    private final Coordinators coordinators;

    SelectionOverview(
            SelectionList list,
            SelectionFigures figures,
            Frameworks frameworks,
            Countries countries,
            Agencies agencies,
            Cases cases,
            Nominators nominators,
            Coordinators coordinators) {
        this.list = list;
        this.figures = figures;
        this.frameworks = frameworks;
        this.countries = countries;
        this.agencies = agencies;
        this.cases = cases;
        this.nominators = nominators;
        this.coordinators = coordinators;
    }

    /** @param ceiling how many countries the wave may have; none set is the default (O-01) */
    record Places(
            String framework,
            String title,
            int countries,
            @Nullable Integer ceiling) {

        public int left() {
            return ceiling == null ? 0 : Math.max(0, ceiling - countries);
        }
    }

    record Named(String value, String name) {}

    record NamedGroup(String name, List<Named> items) {}

    /** A line of the list with its names. */
    record Line(
            SelectionList.Row row,
            String country,
            String areaNumber,
            String areaTitle,
            String framework,
            boolean ldc,
            boolean fragile) {}

    List<Framework> frameworks(SignedIn who) {
        return frameworks.all().stream()
                .filter(framework -> framework.nominatesCountries() && cases.mayRead(who, framework.shortCode()))
                .toList();
    }

    List<Places> places(SignedIn who) {
        return frameworks(who).stream()
                .map(framework -> new Places(
                        framework.shortCode(),
                        framework.shortTitle(),
                        figures.otherOpenCountries(framework.shortCode(), ""),
                        frameworks.ceiling(framework.shortCode()).stream()
                                .boxed()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    List<NamedGroup> areas(SignedIn who, @Nullable String framework) {
        return frameworks(who).stream()
                .filter(known -> framework == null || known.shortCode().equals(framework))
                .map(known -> new NamedGroup(
                        known.shortTitle(),
                        known.currentAreas().stream()
                                .map(area -> new Named(area.areaKey(), area.number() + ". " + area.title()))
                                .toList()))
                .toList();
    }

    List<NamedGroup> regions(SignedIn who) {
        return frameworks(who).stream()
                .flatMap(framework -> framework.parties().stream())
                .distinct()
                .flatMap(code -> agencies.find(code).stream())
                .filter(agency -> !agency.regions().isEmpty())
                .map(agency -> new NamedGroup(agency.code(), regions(agency)))
                .toList();
    }

    List<Named> countries(SignedIn who) {
        return list.countries(who).stream()
                .map(iso3 -> new Named(iso3, countryName(iso3)))
                .sorted(Comparator.comparing(Named::name))
                .toList();
    }

    List<String> states() {
        return Stream.concat(Stream.of(SelectionState.values()).map(Enum::name), Stream.of("SUSPENDED"))
                .toList();
    }

    List<Line> lines(List<SelectionList.Row> rows) {
        return rows.stream().map(this::line).toList();
    }

    private Line line(SelectionList.Row row) {
        Optional<Framework> framework = frameworks.byShortCode(row.framework());
        Optional<Area> area = framework.flatMap(known -> known.area(row.area()));
        Optional<Country> country = countries.find(row.country());
        return new Line(
                row,
                countryName(row.country()),
                area.map(Area::number).orElse(row.area()),
                area.map(Area::title).orElse(row.area()),
                framework.map(Framework::shortTitle).orElse(row.framework()),
                country.map(Country::ldc).orElse(false),
                country.map(Country::fragile).orElse(false));
    }

    /** The region an agency files the country of a line under. */
    String region(String agency, SelectionList.Row row) {
        return countries
                .regionOf(agency, row.country())
                .map(region -> region.name(locale()))
                .orElse("");
    }

    boolean mayNominate(SignedIn who) {
        return frameworks.all().stream().anyMatch(framework -> nominators.mayNominateIn(framework, who));
    }

    boolean mayImport(SignedIn who) {
        return frameworks.all().stream()
                .anyMatch(framework ->
                        framework.nominatesCountries() && coordinators.coordinates(framework.shortCode(), who));
    }

    private static List<Named> regions(Agency agency) {
        return agency.regions().stream()
                .map((Region region) -> new Named(agency.code() + ":" + region.code(), region.name(locale())))
                .toList();
    }

    private String countryName(String iso3) {
        return countries.find(iso3).map(country -> country.name(locale())).orElse(iso3);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
