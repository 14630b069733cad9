package org.tandem.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/**
 * Who may name whom: administrators everybody, coordinators those who work for their own agency within their frameworks (D30).
 * Nobody gets more by it themselves, and neither administrators nor people of other agencies are touched.
 */
@Component
@RequiredArgsConstructor
class MandateRights {

    private static final Set<Role> NAMED_BY_COORDINATORS = EnumSet.of(
            Role.FOCAL_POINT,
            Role.COUNTRY_OFFICE,
            Role.REGIONAL_DIRECTOR,
            Role.COORDINATOR,
            Role.TASK_TEAM,
            Role.TECHNICAL_ADVISER);

    private static final int LONGEST_REASON = 1_000;

    private final PersonChanges changes;

    static boolean names(SignedIn who) {
        return who.isAdministrator() || who.holds(Role.COORDINATOR);
    }

    SignedIn require(SignedIn who) {
        if (!names(who)) {
            throw Refused.forbidden("people.refused.coordinatorsOnly");
        }
        return who;
    }

    /** Agencies a coordinator names people for. */
    List<String> agencies(SignedIn who) {
        return coordinated(who).map(Mandate::agency).distinct().toList();
    }

    boolean mayName(SignedIn who, Role role) {
        return who.isAdministrator() || NAMED_BY_COORDINATORS.contains(role);
    }

    boolean reaches(SignedIn who, MandatePattern mandate) {
        return who.isAdministrator()
                || NAMED_BY_COORDINATORS.contains(mandate.role())
                        && coordinated(who).anyMatch(own -> reaches(own, mandate));
    }

    /** What is of a region or country serves every framework of the agency. */
    private static boolean reaches(Mandate coordinator, MandatePattern mandate) {
        if (!coordinator.agency().equals(mandate.agency())) {
            return false;
        }
        return coordinator.scope().equals(Mandate.WORLD)
                || switch (mandate.scopeKind()) {
                    case REGION, COUNTRY -> true;
                    case FRAMEWORK -> mandate.scope().equals(coordinator.scope());
                    case AREA -> mandate.scope().startsWith(coordinator.scope() + "-");
                    case WORLD, FUND -> false;
                };
    }

    private static Stream<Mandate> coordinated(SignedIn who) {
        return who.mandates().stream().filter(mandate -> mandate.role() == Role.COORDINATOR);
    }

    void requireMayEnd(SignedIn by, Person person, MandatePattern mandate) {
        if (by.isAdministrator()) {
            return;
        }
        require(by);
        if (person.id().value().equals(by.personId())) {
            throw Refused.forbidden("people.refused.ownMandates");
        }
        boolean isAdministrator =
                person.held().stream().anyMatch(held -> held.pattern().role() == Role.ADMINISTRATOR);
        if (isAdministrator || !reaches(by, mandate)) {
            throw Refused.forbidden("people.refused.beyondReach");
        }
    }

    /** Besides, the person has never worked for another agency; somebody who never worked for any was registered by them. */
    void requireMayGrant(SignedIn by, Person person, MandatePattern mandate) {
        requireMayEnd(by, person, mandate);
        if (!by.isAdministrator() && !isOurs(by, person, mandate.agency())) {
            throw Refused.forbidden("people.refused.ofOthers");
        }
    }

    private boolean isOurs(SignedIn by, Person person, String agency) {
        List<MandatePattern> ever = person.everHeld();
        return ever.isEmpty()
                ? changes.isRegisteredBy(person.id(), by.personId())
                : ever.stream().allMatch(mandate -> mandate.agency().equals(agency));
    }

    void requireMaySee(SignedIn who, Directory.Card card) {
        require(who);
        List<String> agencies = agencies(who);
        boolean ours = card.mandates().stream()
                .anyMatch(mandate ->
                        agencies.contains(MandatePattern.parse(mandate.group()).agency()));
        if (!who.isAdministrator() && !ours && !changes.isRegisteredBy(new PersonId(card.id()), who.personId())) {
            throw Refused.forbidden("people.refused.beyondReach");
        }
    }

    /** Coordinators say why, because nobody else looks at it before. */
    @Nullable
    String reason(SignedIn by, String typed) {
        String reason = typed.strip().replace("\0", "");
        if (reason.length() > LONGEST_REASON) {
            throw Refused.invalid("why", "people.refused.reasonTooLong", LONGEST_REASON);
        }
        if (reason.isEmpty() && !by.isAdministrator()) {
            throw Refused.invalid("why", "people.refused.reason");
        }
        return reason.isEmpty() ? null : reason;
    }
}
