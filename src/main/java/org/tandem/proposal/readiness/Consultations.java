package org.tandem.proposal.readiness;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.proposal.Finding;
import org.tandem.proposal.Finding.Weight;
import org.tandem.proposal.Places;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ReadinessCheck;
import org.tandem.proposal.readiness.Consultation.Kind;

/** Who was consulted on a proposal in each of its countries; constituents nobody has asked are a warning. */
@Component
@RequiredArgsConstructor
class Consultations implements ReadinessCheck {

    private final Cases cases;
    private final JdbcClient jdbc;
    private final Clock clock;

    List<Consultation> recorded(CaseId id) {
        return jdbc.sql("""
                        select * from tandem.proposal_consultation where case_id = ?
                        order by country, array_position(array['GOVERNMENT', 'EMPLOYERS', 'WORKERS', 'ENDORSEMENT'], kind)""").param(id.value()).query(Consultations::read).list();
    }

    Optional<Consultation> find(CaseId id, String country, Optional<String> kind) {
        return recorded(id).stream()
                .filter(one -> one.country().equals(country)
                        && kind.equals(Optional.of(one.kind().name())))
                .filter(Consultation::isRecorded)
                .findFirst();
    }

    /** One for each constituent of each country, whether recorded or not. */
    List<Consultation> all(CaseId id) {
        List<Consultation> recorded = recorded(id);
        return countries(id)
                .flatMap(country -> Stream.of(Kind.values()).map(kind -> recorded.stream()
                        .filter(one -> one.country().equals(country) && one.kind() == kind)
                        .findFirst()
                        .orElse(new Consultation(country, kind, false, null, null, null, null))))
                .toList();
    }

    boolean endorsed(CaseId id) {
        return all(id).stream().filter(one -> one.kind() == Kind.ENDORSEMENT).allMatch(Consultation::held);
    }

    private Stream<String> countries(CaseId id) {
        return cases.find(id).orElseThrow().countries().stream().sorted();
    }

    /** In the place of what was recorded about it before; the history of the case keeps that. */
    void put(CaseId id, Consultation said, UUID by) {
        jdbc.sql("""
                        insert into tandem.proposal_consultation
                          (case_id, country, kind, held, whom, held_on, note, attachment, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (case_id, country, kind) do update set held = excluded.held, whom = excluded.whom,
                          held_on = excluded.held_on, note = excluded.note,
                          attachment = coalesce(excluded.attachment, proposal_consultation.attachment),
                          recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at""")
                .params(Arrays.asList(
                        id.value(),
                        said.country(),
                        said.kind().name(),
                        said.held(),
                        said.whom(),
                        said.on(),
                        said.note(),
                        said.attachment(),
                        by,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }

    @Override
    public List<Finding> findings(Proposal proposal) {
        CaseId id = new CaseId(proposal.caseId());
        return all(id).stream()
                .filter(one -> one.kind() != Kind.ENDORSEMENT && !one.held())
                .map(one -> new Finding(
                        Weight.WARNING,
                        "CONSULTED",
                        Message.of(
                                "proposal.readiness.notConsulted." + one.kind(),
                                MessageArgument.country(one.country())),
                        Places.WHOLE,
                        RecordConsultation.address(id, one.country(), one.kind()),
                        null))
                .toList();
    }

    private static Consultation read(ResultSet row, int number) throws SQLException {
        return new Consultation(
                row.getString("country"),
                Kind.valueOf(row.getString("kind")),
                row.getBoolean("held"),
                row.getString("whom"),
                row.getObject("held_on", LocalDate.class),
                row.getString("note"),
                row.getObject("attachment", UUID.class));
    }
}
