package org.tandem.submission;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.funds.Call;
import org.tandem.funds.ProposalTemplates;
import org.tandem.platform.Message;
import org.tandem.proposal.Proposal;
import org.tandem.proposal.Requested;

/** How a proposal fits a call, question by question and in words; what is not known is said to be so (D42). */
@Component
@RequiredArgsConstructor
class SubmissionFit {

    private static final String YES = "YES";
    private static final String NO = "NO";
    private static final String LATER = "LATER";
    private static final String UNKNOWN = "UNKNOWN";

    private final ProposalTemplates templates;
    private final Requested requested;
    private final SubmissionProcess process;
    private final Clock clock;

    enum Question {
        OPEN,
        COUNTRY,
        CEILING,
        FORM,
        ORGANISATIONS
    }

    /** @param verdict FITS, LOOK, REWRITES or BLOCKS, as the decision table says */
    record Fit(String question, String answer, String verdict, Message words) {}

    List<Fit> of(CaseView view, Proposal proposal, Call call) {
        return of(view, proposal, List.of(call)).get(0);
    }

    /** Of many calls; the table is asked once for each answer, and the budget once. */
    List<List<Fit>> of(CaseView view, Proposal proposal, List<Call> calls) {
        BigDecimal asked = requested.requested(proposal);
        Map<String, String> verdicts = new HashMap<>();
        return calls.stream()
                .map(call -> of(view, proposal, call, asked, verdicts))
                .toList();
    }

    private List<Fit> of(
            CaseView view, Proposal proposal, Call call, @Nullable BigDecimal asked, Map<String, String> verdicts) {
        return List.of(
                fit(Question.OPEN, isOpen(call, clock.instant()), call, verdicts),
                fit(
                        Question.COUNTRY,
                        said(
                                call.countries().isEmpty()
                                        ? null
                                        : call.countries().containsAll(view.countries())),
                        call,
                        verdicts),
                fit(Question.CEILING, said(isWithin(call, asked)), call, verdicts),
                fit(Question.FORM, said(form(proposal, call).equals(proposal.template())), call, verdicts),
                fit(Question.ORGANISATIONS, said(call.term(Call.ORGANISATIONS) == null ? null : true), call, verdicts));
    }

    /** YES, NO, LATER, or UNKNOWN when nobody knows when it closes. */
    static String isOpen(Call call, Instant now) {
        if (call.hasEnded(now)) {
            return NO;
        }
        if (call.opensAt().filter(now::isBefore).isPresent()) {
            return LATER;
        }
        return call.closesAt().isEmpty() ? UNKNOWN : YES;
    }

    private static String said(@Nullable Boolean answer) {
        return answer == null ? UNKNOWN : answer ? YES : NO;
    }

    private static @Nullable Boolean isWithin(Call call, @Nullable BigDecimal asked) {
        return asked == null
                ? null
                : call.ceiling().map(most -> asked.compareTo(most) <= 0).orElse(null);
    }

    /** The form a call asks for: its own, or one of its fund; the one it is written in where the fund takes that too. */
    String form(Proposal proposal, Call call) {
        String own = call.term(Call.TEMPLATE);
        if (own != null && templates.find(own).isPresent()) {
            return own;
        }
        return templates.fullOf(call.fund()).stream()
                .filter(form -> form.code().equals(proposal.template()))
                .findFirst()
                .orElseGet(() -> templates.fullFor(call.fund()))
                .code();
    }

    private Fit fit(Question question, String said, Call call, Map<String, String> verdicts) {
        String verdict = verdicts.computeIfAbsent(question + said, unused -> process.fit(question.name(), said));
        Message words = question == Question.ORGANISATIONS && said.equals(YES)
                ? Message.of("submission.fit.ORGANISATIONS.YES", String.valueOf(call.term(Call.ORGANISATIONS)))
                : Message.of("submission.fit." + question + "." + said);
        return new Fit(question.name(), said, verdict, words);
    }
}
