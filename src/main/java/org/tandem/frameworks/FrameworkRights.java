package org.tandem.frameworks;

import org.springframework.stereotype.Component;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who may change what the framework module lets people change. */
@Component
class FrameworkRights {

    /** A coordinator of a party, or an administrator. */
    boolean maySetCeiling(SignedIn person, Framework framework) {
        return person.isAdministrator() || isCoordinator(person, framework);
    }

    /** The country office of a party, a focal point or a coordinator of the framework. */
    boolean mayRecord(SignedIn person, Framework framework, String country) {
        return isCoordinator(person, framework)
                || isFocalPoint(person, framework)
                || framework.parties().stream().anyMatch(party -> person.holds(Role.COUNTRY_OFFICE, party, country));
    }

    private static boolean isCoordinator(SignedIn person, Framework framework) {
        return framework.parties().stream()
                .anyMatch(party -> person.holds(Role.COORDINATOR, party, framework.shortCode()));
    }

    private static boolean isFocalPoint(SignedIn person, Framework framework) {
        return person.mandates().stream()
                .anyMatch(mandate -> mandate.role() == Role.FOCAL_POINT
                        && framework.hasParty(mandate.agency())
                        && mandate.scope().startsWith(framework.shortCode() + "-"));
    }
}
