package org.tandem.vetting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which parties have voted in the present round and when, which is all that may be known while votes are sealed; and how a split vote was settled. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class VettedParties {

    private final Vettings vettings;
    private final JdbcClient jdbc;

    public Map<String, Instant> of(String caseId) {
        Map<String, Instant> voted = new LinkedHashMap<>();
        jdbc.sql("""
                        select v.agency, v.at from tandem.vetting_vote v join tandem.vetting c on c.case_id = v.case_id
                        where v.case_id = ? and v.round = c.round and v.state in ('SEALED', 'OPENED') order by v.at""")
                .param(caseId)
                .query((row, number) -> voted.put(
                        row.getString("agency"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
        return voted;
    }

    /** Code of how the divergence about a split vote was settled; empty where the votes were alike. */
    public Optional<String> settledAs(String caseId) {
        return vettings.findById(caseId).map(Vetting::settledAs);
    }
}
