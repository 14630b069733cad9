package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseRefused;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** For which party somebody coordinates a framework. */
@Component
@RequiredArgsConstructor
class Coordinators {

    private final Cases cases;
    private final Frameworks frameworks;

    /** The selection of a country; a divergence or a request about it is none. */
    CaseView selection(CaseId id, SignedIn who) {
        CaseView view = cases.readable(id, who);
        if (!view.kind().equals(SelectionProcess.KEY)) {
            throw new CaseRefused.Unknown(id.value());
        }
        return view;
    }

    boolean coordinates(String framework, SignedIn who) {
        return !agenciesOf(framework, who).isEmpty();
    }

    /** Whether the person coordinates any framework that nominates countries. */
    boolean coordinatesAny(SignedIn who) {
        return frameworks.all().stream()
                .anyMatch(framework -> framework.nominatesCountries() && coordinates(framework.shortCode(), who));
    }

    boolean coordinatesFor(String agency, String framework, SignedIn who) {
        return who.holds(Role.COORDINATOR, agency, framework);
    }

    /** The parties for which the person coordinates it. */
    List<String> agenciesOf(String framework, SignedIn who) {
        return cases.parties(framework).stream()
                .filter(agency -> who.holds(Role.COORDINATOR, agency, framework))
                .toList();
    }

    /** @throws org.tandem.platform.Refused when the person coordinates it for none of them */
    String agencyOf(String framework, SignedIn who) {
        return agenciesOf(framework, who).stream().findFirst().orElseThrow(SelectionRefused::onlyCoordinators);
    }
}
