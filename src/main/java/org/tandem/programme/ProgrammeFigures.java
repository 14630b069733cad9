package org.tandem.programme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CountedCases;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.proposal.ProposalState;

/** F2 and F9: countries with concrete collaboration, and approved work that waits for its money. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ProgrammeFigures {

    /** Of a country and area the programme that was handed in first. R-072: it counts whatever became of it. */
    private static final String CONCRETE = """
            select distinct on (c.framework, c.area, c.country)
                   c.id, c.framework, c.area, c.country, c.state, c.state_since as since, c.parent,
                   cast(null as bigint) as further, c.framework || '-' || c.area as value
              from tandem.case_cover c
              left join (select programme, min(handed_in_at) as first from tandem.submission_handed_in group by 1) h
                on h.programme = c.id
             where c.kind = :kind and (h.first is not null or not c.state = any(:before)) and %s
             order by c.framework, c.area, c.country, h.first, c.id""";

    private static final String WAITING = """
            select c.id, c.framework, c.area, c.country, c.state, c.state_since as since, c.parent,
                   cast(null as bigint) as further, c.state as value, h.approved
              from tandem.case_cover c
              left join (select programme, sum(approved) as approved from tandem.submission_handed_in group by 1) h
                on h.programme = c.id
             where c.kind = :kind and c.state = any(:waiting) and %s""";

    private static final String[] WAITING_STATES = {"WAITING_FOR_FUNDS", "PART_FUNDED"};

    /** Unless it was handed in, a programme in one of these is not yet one. */
    private static final String[] BEFORE = Stream.of(
                    Stream.of(ProgrammeState.IDEA, ProgrammeState.WITHDRAWN), Stream.of(ProposalState.values()))
            .flatMap(states -> states.map(String::valueOf))
            .toArray(String[]::new);

    private final Frameworks frameworks;

    @Bean
    CaseFigure concreteCollaborationFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F2", ProgrammeProcess.KEY, "collaboration")
                .by(this::areas)
                .called(scope -> "collaborations")
                .with("before", BEFORE)
                .from(scope -> CONCRETE.formatted(scope.where()), "framework, area, country");
    }

    /** Longest first. */
    @Bean
    CaseFigure waitingForFundsFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F9", ProgrammeProcess.KEY, "state")
                .by("dashboard.funds.", Stream.of(WAITING_STATES))
                .called(scope -> "programmes")
                .adding("approved")
                .with("waiting", WAITING_STATES)
                .from(scope -> WAITING.formatted(scope.where()), "since, id");
    }

    private Map<String, Message> areas() {
        Map<String, Message> areas = new LinkedHashMap<>();
        frameworks.all().stream()
                .filter(Framework::nominatesCountries)
                .flatMap(framework -> framework.currentAreas().stream())
                .forEach(area -> areas.put(
                        area.areaKey(), Message.of("dashboard.area", MessageArgument.areaKey(area.areaKey()))));
        return areas;
    }
}
