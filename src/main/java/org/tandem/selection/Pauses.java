package org.tandem.selection;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** Which parties have paused a country, and why: the oldest pause first. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Pauses {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** The pause of one party. */
    record Pause(String agency, String reason, Instant since) {}

    @Transactional(readOnly = true)
    List<Pause> of(CaseId id) {
        return jdbc.sql(
                        "select agency, reason, since from tandem.country_pause where case_id = ? order by since, agency")
                .param(id.value())
                .query((row, number) -> new Pause(
                        row.getString("agency"),
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(CaseId id, String agency, String reason) {
        jdbc.sql("insert into tandem.country_pause (case_id, agency, reason, since) values (?, ?, ?, ?)")
                .params(id.value(), agency, reason, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    void lift(CaseId id, String agency) {
        jdbc.sql("delete from tandem.country_pause where case_id = ? and agency = ?")
                .params(id.value(), agency)
                .update();
    }

    void liftAll(CaseId id) {
        jdbc.sql("delete from tandem.country_pause where case_id = ?")
                .param(id.value())
                .update();
    }
}
