package org.tandem.platform;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The person who acts, with the mandates held at this moment. */
public record SignedIn(
        UUID personId, String username, String displayName, Locale locale, ZoneId zone, List<Mandate> mandates) {

    public boolean holds(Role role) {
        return mandates.stream().anyMatch(mandate -> mandate.role() == role);
    }

    public boolean holds(Role role, String agency, String scope) {
        return mandates.stream().anyMatch(mandate -> mandate.reaches(role, agency, scope));
    }

    /** What the role is held for, by any agency. */
    public Set<String> scopes(Role role) {
        return mandates.stream()
                .filter(mandate -> mandate.role() == role)
                .map(Mandate::scope)
                .collect(Collectors.toSet());
    }

    /** Whether any mandate is held for one of these agencies. */
    public boolean belongsToAny(Collection<String> agencies) {
        return mandates.stream().anyMatch(mandate -> agencies.contains(mandate.agency()));
    }

    public boolean isAdministrator() {
        return holds(Role.ADMINISTRATOR);
    }
}
