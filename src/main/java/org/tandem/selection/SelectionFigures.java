package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.platform.database.LockWaiters;

/** Counts over selection cases. */
@Component
@RequiredArgsConstructor
class SelectionFigures {

    private final JdbcClient jdbc;
    private final LockWaiters waiters;

    /** Countries of the wave that are open or selected, other than this one (S-005). */
    int otherOpenCountries(String framework, String country) {
        return jdbc.sql("""
                        select count(distinct country) from tandem.nomination
                        where framework = ? and country <> ? and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN')""").params(framework, country).query(Integer.class).single();
    }

    /** Cases of this subject that have not ended, or ended with the country selected, by SQL: none of them is loaded. */
    List<String> openCases(String framework, String country, String area) {
        return jdbc.sql("""
                        select case_id from tandem.nomination where framework = ? and country = ? and area = ?
                        and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN') order by case_id""")
                .params(framework, country, area)
                .query(String.class)
                .list();
    }

    boolean hasOpenCase(String framework, String country) {
        return jdbc.sql("""
                        select exists (select from tandem.nomination where framework = ? and country = ?
                        and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN'))""").params(framework, country).query(Boolean.class).single();
    }

    /** How many cases of this subject there are, ended ones included. */
    int cases(String framework, String country, String area) {
        return jdbc.sql("select count(*) from tandem.nomination where framework = ? and country = ? and area = ?")
                .params(framework, country, area)
                .query(Integer.class)
                .single();
    }

    /**
     * One nomination of a country at a time, whoever sends it and on whichever node; of all countries where a ceiling is
     * set, which two at once would pass. One lock per nomination, whatever its areas: two can never wait for each other.
     */
    void holdSubject(String framework, String country, boolean ceiling) {
        waiters.takeNamed("selection " + framework + (ceiling ? "" : " " + country));
    }
}
