package org.tandem.tasks;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** What a person keeps an eye on without doing it: regions, countries, whole frameworks; never more than the person may read. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class WatchedScopes {

    private final Countries countries;
    private final Frameworks frameworks;
    private final CaseReaders readers;

    /** @param coordinated frameworks watched everywhere */
    record Watched(Set<String> readable, Set<String> countries, Set<String> coordinated) {

        boolean isNothing() {
            return readable.isEmpty() || countries.isEmpty() && coordinated.isEmpty();
        }
    }

    Watched of(SignedIn who) {
        Set<String> readable =
                readers.frameworks(who).stream().map(Framework::shortCode).collect(Collectors.toSet());
        Set<String> watched = who.mandates().stream()
                .flatMap(this::countries)
                .map(Country::iso3)
                .collect(Collectors.toSet());
        Set<String> coordinated = new HashSet<>();
        frameworks.all().stream()
                .filter(framework ->
                        who.mandates().stream().anyMatch(mandate -> isWatchedBy(framework.shortCode(), mandate)))
                .forEach(framework -> coordinated.add(framework.shortCode()));
        return new Watched(readable, watched, coordinated);
    }

    /** Whether the person has a part in any country's or framework's work that others do. */
    public boolean any(SignedIn who) {
        return !of(who).isNothing();
    }

    /** The mandate through which the person sees a task that is with others. */
    public Optional<Mandate> why(OpenTask task, SignedIn who) {
        return who.mandates().stream()
                .filter(mandate -> isWatchedBy(task.framework(), mandate)
                        || countries(mandate).anyMatch(country -> country.iso3().equals(task.country())))
                .findFirst();
    }

    private Stream<Country> countries(Mandate mandate) {
        return switch (mandate.scopeKind()) {
            case REGION -> countries.inRegion(mandate.agency(), mandate.scope()).stream();
            case COUNTRY -> countries.find(mandate.scope()).stream();
            default -> Stream.empty();
        };
    }

    private boolean isWatchedBy(String framework, Mandate mandate) {
        if (mandate.role() != Role.COORDINATOR && mandate.role() != Role.TASK_TEAM) {
            return false;
        }
        boolean reaches =
                mandate.scopeKind() == ScopeKind.WORLD || mandate.scope().equals(framework);
        return reaches
                && frameworks
                        .byShortCode(framework)
                        .filter(found -> found.hasParty(mandate.agency()))
                        .isPresent();
    }
}
