package org.tandem.calls;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.ProposalState;
import org.tandem.proposal.Proposals;
import org.tandem.proposal.Readiness;
import org.tandem.proposal.Requested;
import org.tandem.proposal.Writers;

/** The proposals that are written for a call, as long as they are not withdrawn. */
@Component
@RequiredArgsConstructor
class Applicants {

    private final Proposals proposals;
    private final Readiness readiness;
    private final Requested requested;
    private final Writers writers;
    private final Cases cases;
    private final CaseHistory history;

    /**
     * @param blockers how many things keep it from going out
     * @param requested null as long as it has no budget
     * @param twice whether another one is for the same country
     */
    record Applicant(CaseView view, int blockers, @Nullable BigDecimal requested, boolean twice) {}

    /** In an order in which all of them can be locked. */
    List<CaseId> of(Call call) {
        return proposals.findByCallOrderByCaseId(call.id()).stream()
                .map(proposal -> new CaseId(proposal.caseId()))
                .filter(id -> cases.find(id).filter(Applicants::stands).isPresent())
                .toList();
    }

    /** Those the reader may read. */
    List<Applicant> of(Call call, SignedIn reader) {
        Map<CaseView, Proposal> found = new LinkedHashMap<>();
        proposals.findByCallOrderByCaseId(call.id()).forEach(proposal -> cases.find(
                        new CaseId(proposal.caseId()), reader)
                .filter(Applicants::stands)
                .ifPresent(view -> found.put(view, proposal)));
        return found.entrySet().stream()
                .map(one -> new Applicant(
                        one.getKey(),
                        readiness.blockers(one.getValue()).size(),
                        requested.requested(one.getValue()),
                        found.keySet().stream().anyMatch(other -> isTwice(other, one.getKey()))))
                .toList();
    }

    private static boolean isTwice(CaseView one, CaseView other) {
        return !one.id().equals(other.id()) && one.countries().stream().anyMatch(other.countries()::contains);
    }

    private static boolean stands(CaseView view) {
        return ProposalState.of(view).isPresent();
    }

    /** On the record of the case, and on the next look of everybody who writes it. */
    void tell(CaseId id, CaseEntry.Kind kind, Message words, @Nullable UUID by, @Nullable String reason) {
        history.add(id, kind, by, null, words, reason);
        writers.groupsOf(cases.find(id).orElseThrow()).forEach(group -> history.tell(id, group, words, by));
    }
}
