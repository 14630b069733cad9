package org.tandem.programme;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseView;
import org.tandem.funds.Calls;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.JudgeReadiness;
import org.tandem.proposal.RewriteProposal;
import org.tandem.selection.SelectedCountries;
import org.tandem.submission.OpenSubmission;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** The call a ready proposal goes to; only of a country that is selected at that moment, and not while it is paused. */
@UseCase
@RequiredArgsConstructor
class ChooseCall implements TaskWork {

    private final SelectedCountries selected;
    private final JudgeReadiness readiness;
    private final OpenSubmission submissions;
    private final RewriteProposal rewrite;
    private final Calls calls;
    private final Clock clock;

    /**
     * What the diagram asks; before submissions were cases of their own it asked to KEEP the fund,
     * and says {@code programme.history.callChosen}.
     */
    private enum Decision {
        SUBMIT,
        REWRITE,
        KEEP
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.CHOOSE_CALL);
    }

    @Override
    public Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of(
                "calls",
                calls.all().stream()
                        .filter(call -> !call.hasEnded(clock.instant()))
                        .map(call -> new Option(call.id(), call.title()))
                        .toList());
    }

    /** No obstacle in the sense of the port: nobody else could do it either, so nobody is to be named. */
    @Override
    public void complete(TaskContext task, FormValues values) {
        Decision decision = values.choice("decision", Decision.class).orElseThrow();
        if (decision == Decision.KEEP && task.view().fund() == null) {
            throw ProgrammeRefused.noFund();
        }
        if (decision != Decision.REWRITE) {
            requireReady(task.view());
        }
        values.text("call").ifPresent(code -> choose(task, code, decision));
        task.complete(values);
    }

    private void choose(TaskContext task, String code, Decision decision) {
        String form = submissions.mayGoTo(task.view(), code, decision == Decision.REWRITE, task.who());
        if (decision == Decision.REWRITE) {
            rewrite.rewrite(task.caseId(), calls.find(code).orElseThrow(), form, task.who());
        } else {
            task.set("call", code);
        }
    }

    private void requireReady(CaseView view) {
        if (!readiness.isReady(view)) {
            throw ProgrammeRefused.notReady();
        }
        CaseView country = selected.current(view.subject())
                .filter(selected::isSelected)
                .orElseThrow(ProgrammeRefused::notSelected);
        if (country.suspendedBy() != null) {
            throw ProgrammeRefused.countryPaused();
        }
    }
}
