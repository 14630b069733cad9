package org.tandem.submission;

import java.math.BigDecimal;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.ProposalState;

/** A submission on its own page; on the page of its programme all of them, linked by their numbers. */
@Component
@RequiredArgsConstructor
class SubmissionSection implements CaseSection {

    private final Submissions submissions;
    private final ReadSubmission read;
    private final Cases cases;
    private final SubmittedKind submitted;

    /**
     * @param one null on the page of a programme
     * @param all those of a programme which the reader may read
     * @param fits address of how it fits the calls, null when none is chosen now
     */
    record Shown(
            ReadSubmission.@Nullable Seen one,
            List<Line> all,
            @Nullable String fits) {}

    /** One of those of a programme. */
    record Line(
            String id,
            String state,
            String callTitle,
            BigDecimal requested,
            @Nullable String reasons) {}

    @Override
    public String name() {
        return "submission";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        if (view.kind().equals(SubmissionProcess.KEY)) {
            return new Shown(read.of(view, reader), List.of(), null);
        }
        if (!view.kind().equals(submitted.kind())) {
            return null;
        }
        List<Line> all = submissions.findByProgrammeOrderByCaseId(view.id()).stream()
                .flatMap(one -> cases.find(new CaseId(one.caseId()), reader).stream())
                .map(one -> line(one, read.of(one, reader)))
                .toList();
        boolean ready =
                ProposalState.of(view).filter(ProposalState.READY::equals).isPresent();
        return all.isEmpty() && !ready
                ? null
                : new Shown(null, all, ready ? "/submission/" + view.id() + "/fits" : null);
    }

    private static Line line(CaseView view, ReadSubmission.Seen seen) {
        return new Line(view.id(), view.state(), seen.callTitle(), seen.requested(), seen.reasons());
    }
}
