package org.tandem.proposal;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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
    private final Writers writers;
    private final Leads leads;
    private final Organisations organisations;
    private final Clock clock;

    /**
     * The case is open already.
     *
     * @param agency for which the person begins it
     * @param areaReason why it is of an area that is not usual for proposals
     */
    public void begin(
            CaseId id,
            String agency,
            String convening,
            @Nullable String fund,
            @Nullable String assessment,
            @Nullable String areaReason,
            UUID by) {
        String template = templates.fullFor(fund).code();
        Proposal proposal = new Proposal(id, convening, fund, template, assessment, areaReason, clock.instant());
        proposals.saveAndFlush(proposal);
        writers.hasWritten(id, by);
        lead(id, agency, by);
        for (String party : cases.parties(cases.find(id).orElseThrow().framework())) {
            organisations.add(
                    id,
                    new Organisation(
                            party,
                            agencies.find(party)
                                    .map(found -> found.name(Locale.ENGLISH))
                                    .orElse(party),
                            null),
                    by);
        }
    }

    /** Whether somebody speaks for another party than this one. */
    public boolean leadsForAnother(CaseId id, String agency, UUID person) {
        return leads.of(id).entrySet().stream()
                .anyMatch(
                        lead -> lead.getValue().equals(person) && !lead.getKey().equals(agency));
    }

    /** Who speaks for a party while it is written. */
    public void lead(CaseId id, String agency, UUID person) {
        leads.put(id, agency, person);
    }
}
