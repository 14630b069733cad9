package org.tandem.submission;

import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.funds.Calls;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.JudgeReadiness;
import org.tandem.selection.SelectedCountries;

/** What keeps a proposal from going out at this moment; the call is read in the transaction that hands it in (D39). */
@Component
@RequiredArgsConstructor
class HandInGuard {

    private final Calls calls;
    private final Cases cases;
    private final JudgeReadiness readiness;
    private final SelectedCountries selected;

    Call call(Submission submission) {
        return calls.find(submission.call()).orElseThrow(() -> SubmissionRefused.noCall(submission.call()));
    }

    void requireOpen(Submission submission, Instant now) {
        Call call = call(submission);
        if (call.hasEnded(now)) {
            throw SubmissionRefused.callClosed(call);
        }
        if (call.opensAt().filter(now::isBefore).isPresent()) {
            throw SubmissionRefused.callNotOpen(call);
        }
    }

    /** All have cleared what goes out and nobody wants it back, nothing blocks it or is disputed, and its country stands. */
    void requireReady(Submission submission) {
        CaseView programme = cases.find(submission.programmeId()).orElseThrow();
        if (programme.waitingSince() != null) {
            throw SubmissionRefused.waiting();
        }
        if (programme.withdrawalAskedBy() != null) {
            throw SubmissionRefused.withdrawalAsked(programme.withdrawalAskedBy());
        }
        if (!readiness.isReady(programme)) {
            throw SubmissionRefused.notReady();
        }
        if (selected.current(programme.subject())
                .filter(selected::isSelected)
                .filter(country -> country.suspendedBy() == null)
                .isEmpty()) {
            throw SubmissionRefused.countryPaused();
        }
    }

    /** Nobody acts for a proposal at a fund on whose committee they sit. */
    static Optional<Refused> committee(Submission submission, SignedIn who) {
        return who.scopes(Role.COMMITTEE_MEMBER).contains(submission.fund())
                ? Optional.of(SubmissionRefused.onTheCommittee(submission.fund()))
                : Optional.empty();
    }
}
