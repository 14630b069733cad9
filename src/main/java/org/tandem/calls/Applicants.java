package org.tandem.calls;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import lombok.With;
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
import org.tandem.submission.SubmissionsToCalls;

/** The proposals that are written for a call or were handed in to it, as long as they are not withdrawn. */
@Component
@RequiredArgsConstructor
class Applicants {

    private final Proposals proposals;
    private final Readiness readiness;
    private final Requested requested;
    private final Writers writers;
    private final SubmissionsToCalls submissions;
    private final Cases cases;
    private final CaseHistory history;

    /**
     * @param view of the submission as soon as there is one which the reader may read, else of the programme
     * @param blockers how many things keep it from going out; none once it was handed in
     * @param requested null as long as it has no budget; once there is a submission what the version that goes out asks
     * @param approved null as long as nothing is granted
     * @param counts whether it is still in the running or has won
     * @param twice whether another one that counts is for the same country
     */
    record Applicant(
            CaseView view,
            int blockers,
            @Nullable BigDecimal requested,
            @Nullable BigDecimal approved,
            boolean counts,
            @With boolean twice) {}

    /** In an order in which all of them can be locked. */
    List<CaseId> of(Call call) {
        return Stream.concat(
                        proposals.findByCallOrderByCaseId(call.id()).stream()
                                .map(proposal -> new CaseId(proposal.caseId()))
                                .filter(id -> cases.find(id)
                                        .filter(Applicants::stands)
                                        .isPresent()),
                        submissions.of(call.id()).stream()
                                .filter(SubmissionsToCalls.Sent::isBeingPrepared)
                                .map(SubmissionsToCalls.Sent::programme))
                .distinct()
                .sorted(Comparator.comparing(CaseId::value))
                .toList();
    }

    /** Those the reader may read. */
    List<Applicant> of(Call call, SignedIn reader) {
        List<SubmissionsToCalls.Sent> sent = submissions.of(call.id());
        List<Applicant> found = Stream.concat(
                        sent.stream()
                                .filter(one ->
                                        cases.find(one.view().caseId(), reader).isPresent())
                                .map(this::sent),
                        proposals.findByCallOrderByCaseId(call.id()).stream()
                                .filter(proposal -> sent.stream()
                                        .noneMatch(
                                                one -> one.programme().value().equals(proposal.caseId())))
                                .flatMap(proposal -> cases
                                        .find(new CaseId(proposal.caseId()), reader)
                                        .filter(Applicants::stands)
                                        .map(view -> written(view, proposal))
                                        .stream()))
                .sorted(Comparator.comparing(one -> one.view().id()))
                .toList();
        return found.stream()
                .map(one -> one.withTwice(
                        one.counts() && found.stream().anyMatch(other -> other.counts() && isTwice(other, one))))
                .toList();
    }

    private Applicant sent(SubmissionsToCalls.Sent one) {
        int blockers = one.isBeingPrepared()
                ? readiness.blockers(proposals.of(one.programme())).size()
                : 0;
        return new Applicant(one.view(), blockers, one.requested(), one.approved(), one.counts(), false);
    }

    private Applicant written(CaseView view, Proposal proposal) {
        return new Applicant(
                view, readiness.blockers(proposal).size(), requested.requested(proposal), null, true, false);
    }

    private static boolean isTwice(Applicant one, Applicant other) {
        return one != other
                && one.view().countries().stream().anyMatch(other.view().countries()::contains);
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
