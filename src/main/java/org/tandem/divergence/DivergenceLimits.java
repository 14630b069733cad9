package org.tandem.divergence;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.frameworks.JointMechanism;
import org.tandem.frameworks.JointMechanisms;
import org.tandem.tasks.CaseLimits;
import org.tandem.tasks.StepLimit;

/** How long the steps of each level may take, by configuration of the framework. */
@Component
@RequiredArgsConstructor
class DivergenceLimits implements CaseLimits {

    private final Divergences divergences;
    private final JointMechanisms mechanisms;
    private final Cases cases;
    private final Environment environment;

    @Override
    public Optional<StepLimit> of(String taskKey, CaseId id) {
        // A limit somebody set for this very step is meant for every level.
        if (taskKey.equals(DivergenceProcess.REPAIR_SIDES)
                || environment.containsProperty("tandem.limits." + taskKey + ".due")) {
            return Optional.empty();
        }
        return cases.find(id)
                .filter(view -> view.kind().equals(DivergenceProcess.KEY))
                .map(this::limit);
    }

    private StepLimit limit(CaseView view) {
        JointMechanism mechanism = mechanisms.of(view.framework());
        String level = divergences.of(view.caseId()).level().name();
        return new StepLimit(
                mechanism.limits().get(level), mechanism.reminders().get(level), null);
    }
}
