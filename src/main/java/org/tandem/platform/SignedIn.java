package org.tandem.platform;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The person who acts, with the mandates held at this moment. */
public record SignedIn(
        UUID personId, String username, String displayName, Locale locale, ZoneId zone, List<Mandate> mandates) {

    public boolean holds(Role role) {
        return mandates.stream().anyMatch(mandate -> mandate.role() == role);
    }

    public boolean holds(Role role, String agency, String scope) {
        return mandates.stream().anyMatch(mandate -> mandate.reaches(role, agency, scope));
    }

    /** Whether any mandate is held for one of these agencies. */
    public boolean belongsToAny(Collection<String> agencies) {
        return mandates.stream().anyMatch(mandate -> agencies.contains(mandate.agency()));
    }

    public boolean isAdministrator() {
        return holds(Role.ADMINISTRATOR);
    }
}
