package org.tandem.selection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts over selection cases. */
@Component
class SelectionFigures {

    private final JdbcClient jdbc;

    SelectionFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Countries of the wave that are open or selected, other than this one (S-005). */
    int otherOpenCountries(String framework, String country) {
        return jdbc.sql("""
                        select count(distinct country) from tandem.nomination
                        where framework = ? and country <> ? and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN')""").params(framework, country).query(Integer.class).single();
    }

    /** One nomination of a subject at a time, whoever sends it and on whichever node. */
    void holdSubject(String framework, String country, String area) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("selection " + framework + " " + country + " " + area)
                .query((row, number) -> 1)
                .list();
    }
}
