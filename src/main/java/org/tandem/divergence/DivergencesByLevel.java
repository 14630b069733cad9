package org.tandem.divergence;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseFigure;
import org.tandem.cases.CountedCases;

/** F5: open divergences by the level at which they are being settled; a divergence belongs to one framework. */
@Configuration(proxyBeanMethods = false)
class DivergencesByLevel {

    private static final String OPEN = """
            select c.id, c.framework, c.area, c.country, c.state, c.state_since as since, c.parent,
                   cast(null as bigint) as further, level.value
              from tandem.case_cover c join (values %s) level(state, value) on level.state = c.state
             where c.kind = :kind and %%s""".formatted(Stream.of(Level.values())
            .map(level -> "('" + level.state() + "', '" + level + "')")
            .collect(Collectors.joining(", ")));

    /** Longest at its level first. */
    @Bean
    CaseFigure divergencesByLevelFigure(JdbcClient jdbc) {
        return CountedCases.of(jdbc, "F5", DivergenceProcess.KEY, "level")
                .by("dashboard.level.", Stream.of(Level.values()))
                .called(scope -> "divergences")
                .from(scope -> OPEN.formatted(scope.where()), "since, id");
    }
}
