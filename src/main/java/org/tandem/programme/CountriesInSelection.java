package org.tandem.programme;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSubject;

/** The country a programme is about, as it stands in selection. */
@Component
@RequiredArgsConstructor
class CountriesInSelection {

    private static final String OF_SUBJECT = """
            select id from tandem.case_row
             where kind = 'selection' and framework = ? and country = ? and area = ?
               and state not in ('NOT_SELECTED', 'NOT_AGREED', 'WITHDRAWN')
             order by opened_at desc limit 1""";

    private final JdbcClient jdbc;

    /** The case that is open or selected; none when the country was never nominated or fell out. */
    Optional<String> current(CaseSubject subject) {
        return jdbc.sql(OF_SUBJECT)
                .params(subject.framework(), subject.country(), subject.area())
                .query(String.class)
                .optional();
    }

    /** Programmes of this country and area that were begun before it was nominated. */
    List<String> orphans(CaseSubject subject) {
        return jdbc.sql("""
                        select id from tandem.case_row
                         where kind = ? and framework = ? and country = ? and area = ? and parent is null
                           and state <> 'WITHDRAWN' order by id""")
                .params(ProgrammeProcess.KEY, subject.framework(), subject.country(), subject.area())
                .query(String.class)
                .list();
    }

    /** Programmes that came up on this case and were not withdrawn. */
    List<String> below(String selection) {
        return jdbc.sql("""
                        select id from tandem.case_row
                         where kind = ? and parent = ? and state <> 'WITHDRAWN' order by id""")
                .params(ProgrammeProcess.KEY, selection)
                .query(String.class)
                .list();
    }
}
