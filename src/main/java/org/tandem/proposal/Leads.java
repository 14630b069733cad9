package org.tandem.proposal;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** Who speaks for each party while a proposal is written. */
@Component
@RequiredArgsConstructor
class Leads {

    private final JdbcClient jdbc;

    Map<String, UUID> of(CaseId id) {
        Map<String, UUID> leads = new TreeMap<>();
        jdbc.sql("select agency, person from tandem.proposal_lead where case_id = ?")
                .param(id.value())
                .query(row -> {
                    leads.put(row.getString("agency"), row.getObject("person", UUID.class));
                });
        return leads;
    }

    void put(CaseId id, String agency, UUID person) {
        jdbc.sql("""
                        insert into tandem.proposal_lead (case_id, agency, person) values (?, ?, ?)
                        on conflict (case_id, agency) do update set person = excluded.person""").params(id.value(), agency, person).update();
    }
}
