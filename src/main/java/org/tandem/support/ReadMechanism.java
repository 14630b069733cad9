package org.tandem.support;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseColumns;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.register.Condition;
import org.tandem.platform.register.Register;
import org.tandem.platform.web.Translator;

/** Puts together what is known of a framework's joint mechanism, for those who may read its cases. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class ReadMechanism {

    private static final int MOST = 200;

    /** What the documents leave open about the mechanism: who sits in it, and whether anybody decides alone. */
    private static final Set<String> OPEN_POINTS = Set.of("O-02", "O-03");

    private final CaseColumns cases;
    private final Register<SupportRow> requests;
    /** By its name: this stage does not know what its rows are. */
    private final Register<?> divergencesRegister;

    private final Frameworks frameworks;
    private final JointMechanisms mechanisms;
    private final CandidateGroups groups;
    private final Roster roster;
    private final Translator translator;

    Mechanism of(String code, SignedIn who) {
        Framework framework = cases.readableFrameworks(who)
                .filter(known -> known.nominatesCountries() && known.shortCode().equals(code))
                .findFirst()
                .orElseThrow(() -> SupportRefused.noMechanism(code));
        return new Mechanism(
                code,
                framework.shortTitle(),
                seats(framework),
                frameworks.openPoints(code).stream()
                        .filter(point -> OPEN_POINTS.contains(point.code()))
                        .map(point -> point.text(LocaleContextHolder.getLocale()))
                        .toList(),
                requests.shown(who, MOST, SupportRegister.UNANSWERED, Condition.is("framework", code)),
                requests.figures(who, Condition.is("framework", code)),
                divergences(code, "OPEN", who),
                divergences(code, "SETTLED", who));
    }

    /** Whoever decides by configuration first (O-02), then those who prepare. */
    private List<Mechanism.Seat> seats(Framework framework) {
        List<Role> members = mechanisms.of(framework.shortCode()).members();
        return Stream.concat(members.stream(), Stream.of(Role.COORDINATOR, Role.TASK_TEAM))
                .distinct()
                .flatMap(role -> framework.parties().stream()
                        .map(agency -> seat(role, agency, framework.shortCode(), members.contains(role))))
                .toList();
    }

    private Mechanism.Seat seat(Role role, String agency, String framework, boolean decides) {
        if (role == Role.REGIONAL_DIRECTOR) {
            String function = translator.say("support.mechanism.director", MessageArgument.agency(agency));
            return new Mechanism.Seat(agency, role.code(), function, decides, List.of());
        }
        MandatePattern pattern = MandatePattern.parse(
                role == Role.TASK_TEAM ? groups.taskTeam(agency, framework) : groups.coordinators(agency, framework));
        return new Mechanism.Seat(agency, role.code(), roster.describe(pattern), decides, roster.holders(pattern));
    }

    private Register.Extract divergences(String framework, String state, SignedIn who) {
        return divergencesRegister.shown(
                who, MOST, Map.of("framework", framework, "level", "JOINT_MECHANISM", "state", state));
    }
}
