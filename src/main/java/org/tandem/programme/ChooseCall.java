package org.tandem.programme;

import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseView;
import org.tandem.platform.UseCase;
import org.tandem.proposal.JudgeReadiness;
import org.tandem.selection.SelectedCountries;
import org.tandem.tasks.TaskContext;
import org.tandem.tasks.TaskWork;
import org.tandem.tasks.forms.FormValues;

/** The call a ready proposal goes to; only of a country that is selected at that moment, and not while it is paused. */
@UseCase
@RequiredArgsConstructor
class ChooseCall implements TaskWork {

    private final SelectedCountries selected;
    private final JudgeReadiness readiness;

    @Override
    public Set<String> taskKeys() {
        return Set.of(ProgrammeProcess.CHOOSE_CALL);
    }

    /** No obstacle in the sense of the port: nobody else could do it either, so nobody is to be named. */
    @Override
    public void complete(TaskContext task, FormValues values) {
        if (values.text("decision").orElseThrow().equals("KEEP")) {
            if (task.view().fund() == null) {
                throw ProgrammeRefused.noFund();
            }
            requireReady(task.view());
        }
        task.complete(values);
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
