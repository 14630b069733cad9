package org.tandem.proposal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.UseCase;

/** A case gets its proposal: the form the intended fund asks for, and the parties as its first organisations. */
@UseCase
@RequiredArgsConstructor
public class BeginProposal {

    private final Proposals proposals;
    private final ProposalTemplates templates;
    private final Cases cases;
    private final Agencies agencies;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** The case is open already. */
    public void begin(
            CaseId id, String convening, @Nullable String fund, @Nullable String assessment, UUID by) {
        Proposal proposal = new Proposal(id, convening, templates.fullFor(fund).code(), assessment, clock.instant());
        proposal.intend(fund, null, proposal.template());
        proposals.saveAndFlush(proposal);
        for (String party : cases.parties(cases.find(id).orElseThrow().framework())) {
            jdbc.sql("""
                            insert into tandem.proposal_organisation (case_id, code, name, added_by, added_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            id.value(),
                            party,
                            agencies.find(party).map(agency -> agency.name(java.util.Locale.ENGLISH)).orElse(party),
                            by,
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Who speaks for a party while it is written. */
    public void lead(CaseId id, String agency, UUID person) {
        jdbc.sql("""
                        insert into tandem.proposal_lead (case_id, agency, person) values (?, ?, ?)
                        on conflict (case_id, agency) do update set person = excluded.person""")
                .params(id.value(), agency, person)
                .update();
    }
}
