package org.tandem.platform;

import java.util.UUID;

/**
 * Role × agency × scope, held by one person (D6).
 *
 * @param agency code of the agency, {@link #NO_AGENCY} for roles that belong to none (observer, administrator)
 * @param scope code of region, country (ISO alpha-3), area ({@code FFA-A3}), fund or framework ({@code FFA}); {@code WORLD} for all
 */
public record Mandate(UUID id, Role role, String agency, ScopeKind scopeKind, String scope) {

    public static final String NO_AGENCY = "-";
    public static final String WORLD = "WORLD";

    /** The candidate group this mandate answers to, {@code role:agency:scope}. */
    public String group() {
        return role.code() + ":" + agency + ":" + scope;
    }

    /** Whether this mandate reaches what is asked for: same role and agency, and the scope itself or the whole world. */
    public boolean reaches(Role wantedRole, String wantedAgency, String wantedScope) {
        return role == wantedRole && agency.equals(wantedAgency) && (scope.equals(wantedScope) || scope.equals(WORLD));
    }
}
