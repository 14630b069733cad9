package org.tandem.proposal;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** Who speaks for each party while a proposal is written, and who leads which of its sections. */
@Component
@RequiredArgsConstructor
public class Leads {

    private final JdbcClient jdbc;

    /** Those of the whole. */
    SortedMap<String, UUID> of(CaseId id) {
        return all(id).getOrDefault(Places.WHOLE, new TreeMap<>());
    }

    /** By place, and by party. */
    public Map<String, SortedMap<String, UUID>> all(CaseId id) {
        Map<String, SortedMap<String, UUID>> leads = new HashMap<>();
        jdbc.sql("select section, agency, person from tandem.proposal_lead where case_id = ?")
                .param(id.value())
                .query(row -> {
                    leads.computeIfAbsent(row.getString("section"), none -> new TreeMap<>())
                            .put(row.getString("agency"), row.getObject("person", UUID.class));
                });
        return leads;
    }

    void put(CaseId id, String agency, UUID person) {
        put(id, Places.WHOLE, agency, person);
    }

    public void put(CaseId id, String section, String agency, UUID person) {
        jdbc.sql("""
                        insert into tandem.proposal_lead (case_id, section, agency, person) values (?, ?, ?, ?)
                        on conflict (case_id, agency, section) do update set person = excluded.person""").params(id.value(), section, agency, person).update();
    }

    public void remove(CaseId id, String section, String agency) {
        jdbc.sql("delete from tandem.proposal_lead where case_id = ? and section = ? and agency = ?")
                .params(id.value(), section, agency)
                .update();
    }
}
