package org.tandem.proposal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;

/** Shares of the budget that every party has agreed to in a divergence; the last ones bind (D40). */
@Component
@RequiredArgsConstructor
public class SettledShares implements BudgetTerms {

    private final JdbcClient jdbc;
    private final JudgeReadiness readiness;
    private final Clock clock;

    /** Part of what binds from now on, and of the content no more than before: no figure is changed. */
    public void settle(CaseId proposal, CaseId divergence, Map<String, BigDecimal> shares) {
        shares.forEach((organisation, share) -> jdbc.sql("""
                        insert into tandem.proposal_share (case_id, settled_in, organisation, share, settled_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        proposal.value(),
                        divergence.value(),
                        organisation,
                        share,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        readiness.judge(proposal);
    }

    @Override
    public Optional<Terms> of(CaseId proposal) {
        SortedMap<String, BigDecimal> shares = new TreeMap<>();
        String[] settledIn = new String[1];
        jdbc.sql("""
                        select settled_in, organisation, share from tandem.proposal_share
                         where case_id = :id and settled_in = (
                            select settled_in from tandem.proposal_share where case_id = :id
                             order by settled_at desc, settled_in desc limit 1)""").param("id", proposal.value()).query(row -> {
            settledIn[0] = row.getString("settled_in");
            shares.put(row.getString("organisation"), row.getBigDecimal("share"));
        });
        return Optional.ofNullable(settledIn[0]).map(id -> new Terms(new CaseId(id), shares));
    }
}
