package org.tandem.submission;

import java.math.BigDecimal;
import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;

/** What is on its way to a call or was handed in to it, for those who keep the calls. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class SubmissionsToCalls {

    private final Submissions submissions;
    private final SubmissionLists lists;
    private final Cases cases;

    /** @param approved null as long as nothing is granted */
    public record Sent(
            CaseView view,
            CaseId programme,
            BigDecimal requested,
            @Nullable BigDecimal approved) {

        public boolean isBeingPrepared() {
            return !SubmissionState.of(view).isHandedIn();
        }

        /** It is in the running or has won: it counts beside others for the same country, and for the sum. */
        public boolean counts() {
            return SubmissionState.of(view) != SubmissionState.REJECTED;
        }
    }

    /** Those not withdrawn, in the order of their cases. */
    public List<Sent> of(String call) {
        return submissions.findByCallOrderByCaseId(call).stream()
                .map(one -> new Sent(
                        cases.find(new CaseId(one.caseId())).orElseThrow(),
                        one.programmeId(),
                        one.requested(),
                        lists.grants(new CaseId(one.caseId())).values().stream()
                                .reduce(BigDecimal::add)
                                .orElse(null)))
                .filter(sent -> SubmissionState.of(sent.view()) != SubmissionState.WITHDRAWN)
                .toList();
    }
}
