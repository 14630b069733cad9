package org.tandem.proposal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** Who takes part in a proposal, in the order in which they came; whoever was removed is kept, and does not. */
@Component
@RequiredArgsConstructor
public class Organisations {

    private final JdbcClient jdbc;
    private final Clock clock;

    public List<Organisation> of(CaseId id) {
        return jdbc.sql("select code, name, attachment from tandem.proposal_organisation where case_id = ?"
                        + " and removed_at is null order by added_at, code")
                .param(id.value())
                .query((row, number) -> new Organisation(
                        row.getString("code"), row.getString("name"), row.getObject("attachment", UUID.class)))
                .list();
    }

    /** A code that no organisation has had, one that was removed neither. */
    String freshCode(CaseId id) {
        return jdbc.sql("select '" + Organisation.GIVEN
                        + "' || count(*) + 1 from tandem.proposal_organisation where case_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    void remove(CaseId id, String code, UUID by) {
        jdbc.sql(
                        "update tandem.proposal_organisation set removed_by = ?, removed_at = ? where case_id = ? and code = ?")
                .params(by, clock.instant().atOffset(ZoneOffset.UTC), id.value(), code)
                .update();
    }

    void add(CaseId id, Organisation organisation, UUID by) {
        jdbc.sql("""
                        insert into tandem.proposal_organisation (case_id, code, name, attachment, added_by, added_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id.value(),
                        organisation.code(),
                        organisation.name(),
                        organisation.attachment(),
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }
}
