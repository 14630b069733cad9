package org.tandem.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Agencies;
import org.tandem.countries.Agency;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.platform.Mandate;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;

/** Which mandates the data know: for each role the agencies, for each agency the scopes. */
@Component
@RequiredArgsConstructor
class Scopes {

    private static final Map<Role, List<ScopeKind>> KINDS = Map.ofEntries(
            Map.entry(Role.FOCAL_POINT, List.of(ScopeKind.AREA)),
            Map.entry(Role.COUNTRY_OFFICE, List.of(ScopeKind.COUNTRY)),
            Map.entry(Role.REGIONAL_DIRECTOR, List.of(ScopeKind.REGION, ScopeKind.COUNTRY)),
            Map.entry(Role.COORDINATOR, List.of(ScopeKind.WORLD, ScopeKind.FRAMEWORK)),
            Map.entry(Role.TASK_TEAM, List.of(ScopeKind.WORLD, ScopeKind.FRAMEWORK)),
            Map.entry(Role.TECHNICAL_ADVISER, List.of(ScopeKind.WORLD, ScopeKind.REGION, ScopeKind.AREA)),
            Map.entry(Role.RESIDENT_COORDINATOR, List.of(ScopeKind.COUNTRY)),
            Map.entry(Role.FUND_CLERK, List.of(ScopeKind.FUND)),
            Map.entry(Role.COMMITTEE_MEMBER, List.of(ScopeKind.FUND)),
            Map.entry(Role.OBSERVER, List.of(ScopeKind.WORLD)),
            Map.entry(Role.ADMINISTRATOR, List.of(ScopeKind.WORLD)));

    private final Agencies agencies;
    private final Countries countries;
    private final Frameworks frameworks;
    private final Funds funds;

    /** @throws Refused naming the field that does not fit and what would */
    MandatePattern check(WantedMandate wanted) {
        Role role =
                Role.ofCode(wanted.role().strip()).orElseThrow(() -> Refused.invalid("role", "people.refused.role"));
        String agency = wanted.agency().strip();
        if (!agenciesOf(role).contains(agency)) {
            throw Refused.invalid(
                    "agency", "people.refused.agency", MessageArgument.agency(String.join(", ", agenciesOf(role))));
        }
        String scope = wanted.scope().strip();
        if (kindsOf(role).noneMatch(kind -> values(kind, role, agency).contains(scope))) {
            throw Refused.invalid(
                    "scope", "people.refused.scope." + KINDS.get(role).get(0), agency);
        }
        return new MandatePattern(role, agency, scope);
    }

    /** A Regional Director is for a region, or for one country; the data see to it that no region is called like a country. */
    ScopeKind kindOf(MandatePattern pattern) {
        return pattern.scopeKind() == ScopeKind.REGION
                        && countries.find(pattern.scope()).isPresent()
                ? ScopeKind.COUNTRY
                : pattern.scopeKind();
    }

    List<String> agenciesOf(Role role) {
        return switch (role) {
            case OBSERVER, ADMINISTRATOR -> List.of(Mandate.NO_AGENCY);
            case RESIDENT_COORDINATOR, FUND_CLERK, COMMITTEE_MEMBER -> List.of(CandidateGroups.UN);
            default -> agencies.all().stream().map(Agency::code).toList();
        };
    }

    /** Everything that can be chosen, in the order to show it. */
    List<MandatePattern> choices(Role role, String agency, Locale locale) {
        return kindsOf(role)
                .flatMap(kind ->
                        kind == ScopeKind.COUNTRY ? countries(role, locale) : values(kind, role, agency).stream())
                .map(scope -> new MandatePattern(role, agency, scope))
                .toList();
    }

    private static Stream<ScopeKind> kindsOf(Role role) {
        return KINDS.get(role).stream();
    }

    private List<String> values(ScopeKind kind, Role role, String agency) {
        return switch (kind) {
            case WORLD -> List.of(Mandate.WORLD);
            case REGION ->
                agencies.find(agency).stream()
                        .flatMap(found -> found.regions().stream())
                        .map(region -> region.code())
                        .toList();
            case COUNTRY -> countries(role, Locale.ENGLISH).toList();
            case FRAMEWORK -> frameworksOf(agency).map(Framework::shortCode).toList();
            case AREA ->
                frameworksOf(agency)
                        .flatMap(framework -> framework.currentAreas().stream())
                        .map(Area::areaKey)
                        .toList();
            case FUND -> funds.all().stream().map(Fund::code).toList();
        };
    }

    private Stream<Framework> frameworksOf(String agency) {
        return frameworks.all().stream().filter(framework -> framework.hasParty(agency));
    }

    private Stream<String> countries(Role role, Locale locale) {
        return countries.all(locale).stream()
                .filter(country -> role != Role.RESIDENT_COORDINATOR || country.hasResidentCoordinator())
                .map(Country::iso3);
    }
}
