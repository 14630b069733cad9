package org.tandem.people;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Region;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;

/**
 * The only place where candidate groups are built. Public and named, because diagrams ask for them: {@code
 * ${groups.directorOf(agency, country)}}.
 */
@Component("groups")
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CandidateGroups {

    /** Agency of those who serve all agencies: Resident Coordinators, secretariats of funds. */
    public static final String UN = "UN";

    /** Scope of a director whom nobody can be, because the agency files the country under no region and has named nobody for it. */
    public static final String NONE = "NONE";

    private final Countries countries;
    private final Frameworks frameworks;
    private final JointMechanisms mechanisms;
    private final Roster roster;

    /** @param areaKey framework and area, such as FFA-A3 */
    public String focalPoints(String agency, String areaKey) {
        return group(Role.FOCAL_POINT, agency, areaKey);
    }

    public String countryOffice(String agency, String iso3) {
        return group(Role.COUNTRY_OFFICE, agency, iso3);
    }

    /** Country offices of every party of a framework in one country, comma separated as a diagram wants them. */
    public String countryOffices(String frameworkShortCode, String iso3) {
        return parties(frameworkShortCode).stream()
                .map(agency -> countryOffice(agency, iso3))
                .collect(Collectors.joining(","));
    }

    /**
     * The director found from agency and country, never from the country alone: whoever is named for this one country
     * goes before the region.
     */
    public String directorOf(String agency, String iso3) {
        MandatePattern ofCountry = new MandatePattern(Role.REGIONAL_DIRECTOR, agency, iso3);
        if (roster.isNamed(ofCountry)) {
            return ofCountry.group();
        }
        return group(
                Role.REGIONAL_DIRECTOR,
                agency,
                countries.regionOf(agency, iso3).map(Region::code).orElse(NONE));
    }

    public String coordinators(String agency, String frameworkShortCode) {
        return group(Role.COORDINATOR, agency, frameworkShortCode);
    }

    /** The coordinators of every party, separated by commas. */
    public String allCoordinators(String frameworkShortCode) {
        return parties(frameworkShortCode).stream()
                .map(agency -> coordinators(agency, frameworkShortCode))
                .collect(Collectors.joining(","));
    }

    /**
     * One side of a divergence: in the country its office and the focal points of the area, in the region its director, at
     * the joint mechanism its members.
     *
     * @param level COUNTRY, REGION or JOINT_MECHANISM
     */
    public String sideAt(String level, String agency, String frameworkShortCode, String areaKey, String iso3) {
        return switch (level) {
            case "COUNTRY" -> countryOffice(agency, iso3) + "," + focalPoints(agency, areaKey);
            case "REGION" -> directorOrCoordinators(agency, frameworkShortCode, iso3);
            default -> mechanismOf(agency, frameworkShortCode, iso3);
        };
    }

    /** Where an agency files the country under no region, its coordinators speak in the director's place. */
    private String directorOrCoordinators(String agency, String frameworkShortCode, String iso3) {
        String director = directorOf(agency, iso3);
        return MandatePattern.parse(director).scope().equals(NONE)
                ? coordinators(agency, frameworkShortCode)
                : director;
    }

    /** All sides of a divergence, separated by commas. */
    public String sidesAt(String level, String frameworkShortCode, String areaKey, String iso3) {
        return parties(frameworkShortCode).stream()
                .map(agency -> sideAt(level, agency, frameworkShortCode, areaKey, iso3))
                .collect(Collectors.joining(","));
    }

    /** Who sits in the joint mechanism for one party: by configuration of the framework (O-02). */
    public String mechanismOf(String agency, String frameworkShortCode, String iso3) {
        return mechanisms.of(frameworkShortCode).members().stream()
                .map(role -> switch (role) {
                    case REGIONAL_DIRECTOR -> directorOf(agency, iso3);
                    case TASK_TEAM -> taskTeam(agency, frameworkShortCode);
                    default -> coordinators(agency, frameworkShortCode);
                })
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Who clears a proposal for one party: the role its framework names, coordinators unless it names another. */
    public String clearers(String agency, String frameworkShortCode, String areaKey, String iso3) {
        return switch (mechanisms.of(frameworkShortCode).clears()) {
            case REGIONAL_DIRECTOR -> directorOf(agency, iso3);
            case FOCAL_POINT -> focalPoints(agency, areaKey);
            case COUNTRY_OFFICE -> countryOffice(agency, iso3);
            default -> coordinators(agency, frameworkShortCode);
        };
    }

    /** Those of the Task Team who work for this framework, be it among others. */
    public String taskTeam(String agency, String frameworkShortCode) {
        return group(Role.TASK_TEAM, agency, frameworkShortCode);
    }

    /** The Task Teams of every party, separated by commas. */
    public String taskTeams(String frameworkShortCode) {
        return parties(frameworkShortCode).stream()
                .map(agency -> taskTeam(agency, frameworkShortCode))
                .collect(Collectors.joining(","));
    }

    /** Technical advisers of an agency for the area, and for the region it files the country under, separated by commas. */
    public String technicalAdvisers(String agency, String areaKey, String iso3) {
        String ofArea = group(Role.TECHNICAL_ADVISER, agency, areaKey);
        return countries
                .regionOf(agency, iso3)
                .map(region -> ofArea + "," + group(Role.TECHNICAL_ADVISER, agency, region.code()))
                .orElse(ofArea);
    }

    /** A group a case has kept, such as the one that asked; checked to be one of the house. */
    public String named(String groups) {
        return Stream.of(groups.split(","))
                .map(group -> MandatePattern.parse(group).group())
                .collect(Collectors.joining(","));
    }

    public String residentCoordinator(String iso3) {
        return group(Role.RESIDENT_COORDINATOR, UN, iso3);
    }

    public String fundClerks(String fundCode) {
        return group(Role.FUND_CLERK, UN, fundCode);
    }

    public String administrators() {
        return group(Role.ADMINISTRATOR, Mandate.NO_AGENCY, Mandate.WORLD);
    }

    /** @throws IllegalArgumentException when the text is no candidate group of the house */
    public MandatePattern parse(String group) {
        return MandatePattern.parse(group);
    }

    private List<String> parties(String frameworkShortCode) {
        return frameworks
                .byShortCode(frameworkShortCode)
                .map(Framework::parties)
                .orElseThrow(() -> new IllegalArgumentException("No framework " + frameworkShortCode));
    }

    private static String group(Role role, String agency, String scope) {
        return new MandatePattern(role, agency, scope).group();
    }
}
