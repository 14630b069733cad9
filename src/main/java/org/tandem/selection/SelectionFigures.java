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

    /**
     * One nomination of a country at a time, whoever sends it and on whichever node; of all countries where a ceiling is
     * set, which two at once would pass. One lock per nomination, whatever its areas: two can never wait for each other.
     */
    void holdSubject(String framework, String country, boolean ceiling) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("selection " + framework + (ceiling ? "" : " " + country))
                .query((row, number) -> 1)
                .list();
    }
}
