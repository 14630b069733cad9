package org.tandem.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.countries.Region;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/**
 * With which of their mandates somebody speaks about a case, if they may: with one held for a party, and of several with the
 * closest to the case. Observers read and administrators keep house; talking is for the parties.
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ActingAs {

    private final Cases cases;
    private final Countries countries;

    /** @throws Refused when they hold a mandate for none of the parties */
    public Mandate of(CaseView view, SignedIn who) {
        return find(view, who).orElseThrow(() -> Refused.forbidden("cases.refused.comment"));
    }

    Optional<Mandate> find(CaseView view, SignedIn who) {
        return closest(
                view.subject(),
                who.mandates().stream()
                        .filter(mandate -> cases.parties(view.framework()).contains(mandate.agency()))
                        .toList());
    }

    Optional<Mandate> closest(CaseSubject about, Collection<Mandate> ofParties) {
        return ofParties.stream()
                .min(Comparator.comparingInt((Mandate mandate) -> distance(mandate, about))
                        .thenComparing(Mandate::role)
                        .thenComparing(Mandate::group));
    }

    private int distance(Mandate mandate, CaseSubject about) {
        String scope = mandate.scope();
        return switch (mandate.scopeKind()) {
            case AREA -> {
                boolean isIn = scope.startsWith(about.framework() + "-");
                yield isIn
                                && about.areas()
                                        .contains(scope.substring(
                                                about.framework().length() + 1))
                        ? 0
                        : isIn ? 5 : 6;
            }
            case COUNTRY -> about.countries().contains(scope) ? 1 : 6;
            case REGION -> about.countries().stream().anyMatch(country -> isIn(country, mandate)) ? 2 : 6;
            case FRAMEWORK -> scope.equals(about.framework()) ? 3 : 6;
            case WORLD -> 4;
            case FUND -> 6;
        };
    }

    private boolean isIn(String country, Mandate region) {
        return countries
                .regionOf(region.agency(), country)
                .map(Region::code)
                .filter(region.scope()::equals)
                .isPresent();
    }
}
