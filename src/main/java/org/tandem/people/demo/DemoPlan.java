package org.tandem.people.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.countries.Region;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Area.FocalPoints;
import org.tandem.frameworks.Framework;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;

/** Who belongs to the demo roster (D10), worked out from agencies, frameworks, countries and funds. */
class DemoPlan {

    /** Has a Resident Coordinator of its own, possibly one who serves neighbours too. */
    private static final Set<String> OWN_RC = Set.of("country", "multi_country_seat");

    private final List<Framework> frameworks;
    private final Agencies agencies;
    private final Countries countries;
    private final CountryOfficeRules offices;
    private final List<String> funds;
    private final Map<String, DemoPerson> persons = new LinkedHashMap<>();

    DemoPlan(
            List<Framework> frameworks,
            Agencies agencies,
            Countries countries,
            CountryOfficeRules offices,
            List<String> funds) {
        this.frameworks =
                frameworks.stream().filter(Framework::nominatesCountries).toList();
        this.agencies = agencies;
        this.countries = countries;
        this.offices = offices;
        this.funds = funds;
    }

    Collection<DemoPerson> persons() {
        persons.clear();
        for (String agency : parties()) {
            add("coord." + lower(agency), pattern(Role.COORDINATOR, agency, Mandate.WORLD));
            add("team." + lower(agency), pattern(Role.TASK_TEAM, agency, Mandate.WORLD));
            regionalDirectors(agency);
            countryOffices(agency);
        }
        frameworks.forEach(this::focalPoints);
        residentCoordinators();
        funds.forEach(fund -> add("fund." + lower(fund), pattern(Role.FUND_CLERK, CandidateGroups.UN, fund)));
        add("observer", pattern(Role.OBSERVER, Mandate.NO_AGENCY, Mandate.WORLD));
        add("admin", pattern(Role.ADMINISTRATOR, Mandate.NO_AGENCY, Mandate.WORLD));
        return persons.values();
    }

    private Set<String> parties() {
        return frameworks.stream()
                .flatMap(framework -> framework.parties().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void regionalDirectors(String agency) {
        List<Region> regions =
                agencies.find(agency).map(found -> found.regions()).orElse(List.of());
        regions.forEach(region -> add(
                "rd." + lower(agency) + "." + lower(region.code()),
                pattern(Role.REGIONAL_DIRECTOR, agency, region.code())));
    }

    private void countryOffices(String agency) {
        countries.all().stream()
                .map(Country::iso3)
                .filter(iso3 -> offices.hasOffice(agency, iso3))
                .forEach(iso3 ->
                        add("co." + lower(agency) + "." + lower(iso3), pattern(Role.COUNTRY_OFFICE, agency, iso3)));
    }

    private void focalPoints(Framework framework) {
        boolean counted = framework.currentAreas().stream()
                .anyMatch(area -> !area.focalPoints().isEmpty());
        for (Area area : framework.currentAreas()) {
            for (String agency : framework.parties()) {
                FocalPoints none = new FocalPoints(agency, counted ? 0 : 1, List.of(), 0);
                focalPoints(area, area.focalPointsOf(agency).orElse(none));
            }
        }
    }

    /** The last of them is the coordinator, where one of them is. */
    private void focalPoints(Area area, FocalPoints points) {
        MandatePattern pattern = pattern(Role.FOCAL_POINT, points.agency(), area.areaKey());
        String first = firstNameOf(area, points.agency());
        for (int number = 1; number <= points.count(); number++) {
            String name = number == 1 ? first : first + "." + number;
            if (number == points.count() && points.alsoCoordinator() > 0) {
                DemoPerson coordinator = persons.get("coord." + lower(points.agency()));
                coordinator.alsoHolds(pattern);
                coordinator.alsoSignsInAs(name);
            } else {
                persons.put(name, new DemoPerson(name, pattern, points.count() > 1 ? number : 0));
            }
        }
    }

    /** Two frameworks may both have an area A1: then the second says which framework it is. */
    private String firstNameOf(Area area, String agency) {
        String name = "fp." + lower(agency) + "." + lower(area.code());
        boolean taken = persons.containsKey(name)
                || persons.values().stream()
                        .anyMatch(person -> person.furtherNames().contains(name));
        return taken ? name + "." + lower(area.framework()) : name;
    }

    /** Where one Resident Coordinator serves several countries, all of them are in the mandate. */
    private void residentCoordinators() {
        List<Country> all = countries.all();
        for (Country seat : all) {
            if (OWN_RC.contains(seat.rcPresence())) {
                DemoPerson person = add(
                        "rc." + lower(seat.iso3()),
                        pattern(Role.RESIDENT_COORDINATOR, CandidateGroups.UN, seat.iso3()));
                all.stream()
                        .filter(country -> !OWN_RC.contains(country.rcPresence()))
                        .filter(country ->
                                country.rcOffice() != null && country.rcOffice().equals(seat.rcOffice()))
                        .forEach(served -> person.alsoHolds(
                                pattern(Role.RESIDENT_COORDINATOR, CandidateGroups.UN, served.iso3())));
            }
        }
    }

    private DemoPerson add(String name, MandatePattern title) {
        DemoPerson person = new DemoPerson(name, title, 0);
        persons.put(name, person);
        return person;
    }

    private static MandatePattern pattern(Role role, String agency, String scope) {
        return new MandatePattern(role, agency, scope);
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
