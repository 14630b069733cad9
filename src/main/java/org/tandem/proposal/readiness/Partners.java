package org.tandem.proposal.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.Message;
import org.tandem.proposal.ContentPart;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Finding.Weight;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.ReadinessCheck;

/** Private partners of a proposal; it does not go out before the due diligence of each is settled and still holds. */
@Component
@RequiredArgsConstructor
class Partners implements ContentPart, ReadinessCheck {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    List<Partner> named(CaseId id) {
        return jdbc.sql("select * from tandem.proposal_partner where case_id = ? order by name")
                .param(id.value())
                .query(Partners::read)
                .list();
    }

    Optional<Partner> find(CaseId id, String name) {
        return named(id).stream().filter(known -> known.name().equals(name)).findFirst();
    }

    void put(CaseId id, Partner partner, UUID by) {
        jdbc.sql("""
                        insert into tandem.proposal_partner
                          (case_id, name, result, valid_until, agency, note, attachment, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_id, name) do update set result = excluded.result,
                          valid_until = excluded.valid_until, agency = excluded.agency, note = excluded.note,
                          attachment = coalesce(excluded.attachment, proposal_partner.attachment),
                          recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(Arrays.asList(
                        id.value(),
                        partner.name(),
                        partner.result().name(),
                        partner.validUntil(),
                        partner.agency(),
                        partner.note(),
                        partner.attachment(),
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }

    void remove(CaseId id, String name) {
        jdbc.sql("delete from tandem.proposal_partner where case_id = ? and name = ?")
                .params(id.value(), name)
                .update();
    }

    @Override
    public String name() {
        return "partners";
    }

    /** Who takes part; what is known of them is recorded beside it. */
    @Override
    public JsonNode of(CaseId id) {
        return json.valueToTree(named(id).stream()
                .map(partner -> Map.of("name", partner.name()))
                .toList());
    }

    @Override
    public List<Finding> findings(Proposal proposal) {
        CaseId id = new CaseId(proposal.caseId());
        LocalDate today = LocalDate.now(clock);
        return named(id).stream()
                .filter(partner -> partner.obstacle(today) != null)
                .map(partner -> new Finding(
                        Weight.BLOCKER,
                        "DUE_DILIGENCE",
                        Message.of("proposal.readiness.partner." + partner.obstacle(today), partner.name()),
                        Places.WHO_JOINS,
                        RecordPartner.address(id, partner.name()),
                        partner.agency()))
                .toList();
    }

    @Override
    public List<CaseId> ranOut() {
        return jdbc
                .sql("""
                        select distinct p.case_id from tandem.proposal_partner p join tandem.case_cover c on c.id = p.case_id
                         where p.result = 'CLEARED' and p.valid_until < ? and c.state = ?""")
                .params(LocalDate.now(clock), ProposalState.READY.name())
                .query(String.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    private static Partner read(ResultSet row, int number) throws SQLException {
        return new Partner(
                row.getString("name"),
                Partner.Result.valueOf(row.getString("result")),
                row.getObject("valid_until", LocalDate.class),
                row.getString("agency"),
                row.getString("note"),
                row.getObject("attachment", UUID.class));
    }
}
