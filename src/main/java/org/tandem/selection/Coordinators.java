package org.tandem.selection;

import org.springframework.stereotype.Component;
import org.tandem.cases.Cases;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** For which party somebody coordinates a framework. */
@Component
class Coordinators {

    private final Cases cases;

    Coordinators(Cases cases) {
        this.cases = cases;
    }

    boolean coordinates(String framework, SignedIn who) {
        return cases.parties(framework).stream().anyMatch(agency -> who.holds(Role.COORDINATOR, agency, framework));
    }

    boolean coordinatesFor(String agency, String framework, SignedIn who) {
        return who.holds(Role.COORDINATOR, agency, framework);
    }

    /** @throws org.tandem.platform.Refused when the person coordinates it for none of them */
    String agencyOf(String framework, SignedIn who) {
        return cases.parties(framework).stream()
                .filter(agency -> who.holds(Role.COORDINATOR, agency, framework))
                .findFirst()
                .orElseThrow(SelectionRefused::onlyCoordinators);
    }
}
