package org.tandem.submission;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.Attachments;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.Download;
import org.tandem.platform.web.Translator;
import org.tandem.proposal.ReadProposal;
import org.tandem.proposal.Writers;

/** A submission and how a proposal fits the calls, for whoever may read them. */
@UseCase
@RequiredArgsConstructor
class ReadSubmission {

    private final Submissions submissions;
    private final SubmissionLists lists;
    private final HandInGuard guard;
    private final KeptPackages packages;
    private final Attachments attachments;
    private final OpenSubmission open;
    private final ReadProposal proposals;
    private final Writers writers;
    private final CaseReaders readers;
    private final Cases cases;
    private final Translator translator;
    private final Clock clock;

    /**
     * @param closesAt the first moment at which the call is closed, null when that is not known
     * @param closed whether it has closed by now
     * @param hasPackage whether there is a package to get
     * @param programmeReadable whether the reader may open the programme
     * @param mayMeet whether the reader may record that a condition is met
     */
    record Seen(
            String programme,
            String fund,
            String call,
            String callTitle,
            @Nullable Instant closesAt,
            boolean closed,
            int number,
            BigDecimal requested,
            @Nullable String consulted,
            @Nullable String consultedSaid,
            @Nullable LocalDate consultedOn,
            @Nullable Instant handedInAt,
            @Nullable LocalDate handedInOn,
            boolean recordedLate,
            boolean hasReceipt,
            @Nullable String reference,
            @Nullable String question,
            @Nullable LocalDate questionDue,
            @Nullable String answer,
            @Nullable String outcome,
            @Nullable LocalDate decidedOn,
            @Nullable String reasons,
            @Nullable LocalDate deferredUntil,
            Map<String, BigDecimal> grants,
            Map<String, BigDecimal> effort,
            List<SubmissionLists.Condition> conditions,
            boolean hasPackage,
            boolean programmeReadable,
            boolean mayMeet) {

        /** All organisations together. */
        public BigDecimal granted() {
            return grants.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** @param verdict FITS, LOOK, REWRITES or BLOCKS */
    record Said(String question, String verdict, String words) {}

    /** How a proposal fits one call. */
    record CallFit(String call, String title, List<Said> fits) {

        /** What fits best stands first: what blocks weighs more than another form, and that more than what is not known. */
        private static final Comparator<CallFit> BEST_FIRST = Comparator.<CallFit>comparingLong(
                        one -> one.count("BLOCKS"))
                .thenComparingLong(one -> one.count("REWRITES"))
                .thenComparingLong(one -> one.count("LOOK"));

        private long count(String verdict) {
            return fits.stream().filter(said -> said.verdict().equals(verdict)).count();
        }
    }

    Seen of(CaseView view, SignedIn reader) {
        Submission one = submissions.of(view.caseId());
        Call call = guard.call(one);
        boolean inside = isInside(view, reader);
        List<SubmissionLists.Condition> conditions = lists.conditions(view.caseId());
        return new Seen(
                one.programme(),
                one.fund(),
                one.call(),
                call.title(),
                call.closesAt().orElse(null),
                call.hasEnded(clock.instant()),
                one.number(),
                one.requested(),
                one.consulted(),
                inside ? one.consultedSaid() : null,
                one.consultedOn(),
                one.handedInAt(),
                one.handedInOn(),
                one.recordedLate(),
                one.receipt() != null,
                one.reference(),
                one.question(),
                one.questionDue(),
                one.answer(),
                one.outcome(),
                one.decidedOn(),
                one.reasons(),
                one.deferredUntil(),
                lists.grants(view.caseId()),
                inside ? lists.effort(view.caseId()) : Map.of(),
                conditions,
                hasPackage(view),
                cases.find(one.programmeId(), reader).isPresent(),
                conditions.stream().anyMatch(condition -> condition.doneAt() == null)
                        && writers.mayWrite(view, reader));
    }

    /** The clerk of the fund reads what the fund received: not what it cost, nor what was said before (D43). */
    private boolean isInside(CaseView view, SignedIn reader) {
        return readers.mayReadAll(reader, view.framework())
                || !reader.scopes(Role.FUND_CLERK).contains(String.valueOf(view.fund()));
    }

    private static boolean hasPackage(CaseView view) {
        SubmissionState state = SubmissionState.of(view);
        return state == SubmissionState.READY
                || state == SubmissionState.RECEIPT_SHOWN
                || SubmissionState.AT_FUND.contains(state)
                || state.isApproved()
                || state == SubmissionState.REJECTED;
    }

    /** Made now if nobody has asked for it yet. */
    Download packageOf(CaseId id, SignedIn reader) {
        CaseView view = cases.readable(id, reader);
        Submission one = submissions.of(id);
        if (!hasPackage(view)) {
            throw SubmissionRefused.noPackage();
        }
        return Download.of(Download.Type.ZIP, id + "-package-" + one.number(), packages.make(one));
    }

    /** What shows that it was handed in before the call closed; whoever confirms it reads it, the clerk of the fund too. */
    Download receiptOf(CaseId id, SignedIn reader) {
        cases.readable(id, reader);
        UUID receipt = Optional.ofNullable(submissions.of(id).receipt()).orElseThrow(SubmissionRefused::noReceipt);
        return Download.of(Download.Type.PDF, id + "-receipt", attachments.bytes(id, receipt));
    }

    List<CallFit> fits(CaseId programme, SignedIn reader) {
        CaseView view = proposals.frame(programme, reader).view();
        return open.fits(view).entrySet().stream()
                .map(one -> new CallFit(
                        one.getKey().id(),
                        one.getKey().title(),
                        one.getValue().stream()
                                .map(fit -> new Said(fit.question(), fit.verdict(), translator.say(fit.words())))
                                .toList()))
                .sorted(CallFit.BEST_FIRST)
                .toList();
    }
}
