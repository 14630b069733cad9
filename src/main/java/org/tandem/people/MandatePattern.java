package org.tandem.people;

import java.util.Optional;
import org.tandem.platform.Mandate;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;
import org.tandem.platform.SignedIn;

/** Who is meant: role × agency × scope. As text it is the candidate group, {@code regional-director:ILO:AFRICA}. */
public record MandatePattern(Role role, String agency, String scope) {

    public MandatePattern {
        if (agency.isBlank() || agency.contains(":") || scope.isBlank() || scope.contains(":")) {
            throw new IllegalArgumentException("Not an agency and a scope: " + agency + ", " + scope);
        }
    }

    /** @throws IllegalArgumentException when the text is no candidate group of the house */
    public static MandatePattern parse(String group) {
        return find(group).orElseThrow(() -> new IllegalArgumentException("Not a candidate group: " + group));
    }

    static Optional<MandatePattern> find(String group) {
        String[] parts = group.split(":", -1);
        if (parts.length != 3 || parts[1].isBlank() || parts[2].isBlank()) {
            return Optional.empty();
        }
        return Role.ofCode(parts[0]).map(role -> new MandatePattern(role, parts[1], parts[2]));
    }

    public static MandatePattern of(Mandate mandate) {
        return new MandatePattern(mandate.role(), mandate.agency(), mandate.scope());
    }

    public boolean isHeldBy(SignedIn who) {
        return who.holds(role, agency, scope);
    }

    public boolean isWorldwide() {
        return Mandate.WORLD.equals(scope);
    }

    /** How far it reaches; follows from the role and from how the scope is written, but for directors of one country. */
    public ScopeKind scopeKind() {
        if (isWorldwide()) {
            return ScopeKind.WORLD;
        }
        return switch (role) {
            case FOCAL_POINT -> ScopeKind.AREA;
            case COUNTRY_OFFICE, RESIDENT_COORDINATOR -> ScopeKind.COUNTRY;
            case REGIONAL_DIRECTOR -> ScopeKind.REGION;
            case COORDINATOR, TASK_TEAM -> ScopeKind.FRAMEWORK;
            case TECHNICAL_ADVISER -> scope.contains("-") ? ScopeKind.AREA : ScopeKind.REGION;
            case FUND_CLERK, COMMITTEE_MEMBER -> ScopeKind.FUND;
            case OBSERVER, ADMINISTRATOR -> ScopeKind.WORLD;
        };
    }

    public String group() {
        return role.code() + ":" + agency + ":" + scope;
    }

    @Override
    public String toString() {
        return group();
    }
}
