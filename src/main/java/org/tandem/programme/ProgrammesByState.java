package org.tandem.programme;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CountedCases;

/** F3: joint programmes by the state of their proposal; a country may have several. */
@Configuration(proxyBeanMethods = false)
class ProgrammesByState {

    private static final String EACH = """
            select c.id, c.framework, c.area, c.country, c.state, c.state_since as since, c.parent,
                   cast(null as bigint) as further, c.state as value
              from tandem.case_cover c
             where c.kind = :kind and %s""";

    /** Longest in its state first. */
    @Bean
    CaseFigure programmesByStateFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F3", ProgrammeProcess.KEY, "state")
                .by("cases.state.", ProgrammeRegister.STATES.stream())
                .called(scope -> "programmes")
                .from(scope -> EACH.formatted(scope.where()), "since, id");
    }
}
