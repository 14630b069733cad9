package org.tandem.programme;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSubject;

/** Programmes of one country and area that were not withdrawn, in the order of their numbers. */
@Component
@RequiredArgsConstructor
class Programmes {

    private final JdbcClient jdbc;

    List<CaseId> of(CaseSubject subject) {
        return jdbc
                .sql("""
                        select id from tandem.case_row where kind = ? and framework = ? and country = ? and area = ?
                           and state <> ? order by opened_at, id""")
                .params(
                        ProgrammeProcess.KEY,
                        subject.framework(),
                        subject.country(),
                        subject.area(),
                        ProgrammeState.WITHDRAWN.name())
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }
}
