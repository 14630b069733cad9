package org.tandem.support;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.SignedIn;

/** Puts together what is known of a framework's joint mechanism, for those who may read its cases. */
@Component
@Transactional(readOnly = true)
class ReadMechanism {

    private static final int MOST = 200;

    /** What the documents leave open about the mechanism: who sits in it, and whether anybody decides alone. */
    private static final Set<String> OPEN_POINTS = Set.of("O-02", "O-03");

    private final SupportChoices choices;
    private final SupportList list;
    private final Frameworks frameworks;
    private final CandidateGroups groups;
    private final Roster roster;
    private final JdbcClient jdbc;

    ReadMechanism(
            SupportChoices choices,
            SupportList list,
            Frameworks frameworks,
            CandidateGroups groups,
            Roster roster,
            JdbcClient jdbc) {
        this.choices = choices;
        this.list = list;
        this.frameworks = frameworks;
        this.groups = groups;
        this.roster = roster;
        this.jdbc = jdbc;
    }

    Mechanism of(String code, SignedIn who) {
        Framework framework = choices.readable(who).stream()
                .filter(known -> known.shortCode().equals(code))
                .findFirst()
                .orElseThrow(() -> SupportRefused.noMechanism(code));
        return new Mechanism(
                code,
                framework.title(),
                seats(framework),
                frameworks.openPoints(code).stream()
                        .filter(point -> OPEN_POINTS.contains(point.code()))
                        .map(point -> point.text(LocaleContextHolder.getLocale()))
                        .toList(),
                choices.lines(list.unanswered(who, code, MOST)),
                list.figures(who, SupportList.Filter.openIn(code)),
                divergences(code, "state = 'JOINT_MECHANISM'"),
                divergences(code, "state in ('RESOLVED', 'AGREED_TO_DIFFER', 'CLOSED_NO_AGREEMENT')"));
    }

    private List<Mechanism.Seat> seats(Framework framework) {
        List<Mechanism.Seat> seats = new ArrayList<>();
        for (String agency : framework.parties()) {
            seats.add(seat(groups.coordinators(agency, framework.shortCode())));
        }
        for (String agency : framework.parties()) {
            seats.add(seat(groups.taskTeamOf(agency, framework.shortCode())));
        }
        return seats;
    }

    private Mechanism.Seat seat(String group) {
        MandatePattern pattern = MandatePattern.parse(group);
        return new Mechanism.Seat(pattern.agency(), roster.describe(pattern), roster.holders(pattern));
    }

    private List<Mechanism.Matter> divergences(String framework, String which) {
        return jdbc.sql("select id, area, country, state, state_since from tandem.case_file"
                        + " where kind = 'divergence' and framework = :framework and " + which
                        + " order by state_since desc, id limit " + MOST)
                .param("framework", framework)
                .query((row, number) -> new Mechanism.Matter(
                        row.getString("id"),
                        row.getString("area"),
                        row.getString("country"),
                        row.getString("state"),
                        row.getObject("state_since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
