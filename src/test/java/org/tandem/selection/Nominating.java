package org.tandem.selection;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tandem.cases.CaseId;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** Lets tests of other modules nominate by the use case itself, where a request would cost more than what is looked at. */
public final class Nominating {

    private Nominating() {}

    public static CaseId nominate(
            ApplicationContext context, String framework, String country, String area, SignedIn who) {
        Map<String, String> gains = context.getBean(Frameworks.class)
                .areaByKey(framework + "-" + area)
                .map(Area::currentGains)
                .filter(known -> !known.isEmpty())
                .map(known -> Map.of(area, known.get(0).code()))
                .orElseGet(Map::of);
        CheckedNomination proposal = new CheckedNomination(
                framework,
                country,
                List.of(area),
                "The running social protection project",
                null,
                null,
                "Floors are missing for informal workers",
                gains,
                List.of(),
                "None is running yet",
                "Covered from the regional office",
                null);
        return context.getBean(NominateCountry.class).nominate(proposal, who).get(0);
    }
}
