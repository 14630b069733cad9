package org.tandem.divergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.platform.web.StageLine;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.platform.web.Translator;
import org.tandem.tasks.HeldStep;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;

/** The ladder as a stage line: a column for each level, a lane for each side, the outcome across both (D16). */
@Component
class DivergenceStageLine implements StageLineSource {

    private final Divergences divergences;
    private final Cases cases;
    private final Tasks tasks;
    private final HeldStep heldStep;
    private final Translator translator;

    DivergenceStageLine(Divergences divergences, Cases cases, Tasks tasks, HeldStep heldStep, Translator translator) {
        this.divergences = divergences;
        this.cases = cases;
        this.tasks = tasks;
        this.heldStep = heldStep;
        this.translator = translator;
    }

    @Override
    public String kind() {
        return DivergenceProcess.KEY;
    }

    @Override
    public StageLine of(CaseView view) {
        Divergence divergence = divergences.of(view.caseId());
        List<OpenTask> open = tasks.openOf(view.caseId());
        List<String> parties = cases.parties(view.framework());
        List<StageLine.Step> steps = new ArrayList<>();
        steps.add(new StageLine.Step(
                1, null, translator.say("divergence.stage.raised"), Status.DONE, null, view.openedAt(), null));
        for (Level level : Level.values()) {
            for (String agency : parties) {
                steps.add(step(divergence, level, agency, open));
            }
        }
        steps.add(outcome(divergence));
        return new StageLine(
                parties.stream()
                        .map(agency -> new StageLine.Lane(agency, agency))
                        .toList(),
                steps);
    }

    private StageLine.Step step(Divergence divergence, Level level, String agency, List<OpenTask> open) {
        int column = level.ordinal() + 2;
        String label = translator.say("divergence.level." + level);
        if (divergence.level() == level && divergence.state().isOpen()) {
            Optional<OpenTask> held = open.stream()
                    .filter(task -> task.party() == null || task.party().equals(agency))
                    .findFirst();
            if (held.isPresent()) {
                return heldStep.of(column, agency, label, held.get());
            }
            return plain(column, agency, label, Status.DONE, null);
        }
        return divergence.stays().stream()
                .filter(stay -> stay.level() == level)
                .findFirst()
                .map(stay -> plain(column, agency, label, Status.DONE, stay))
                .orElseGet(() -> plain(
                        column, agency, label, isStillToCome(divergence, level) ? Status.NEXT : Status.SKIPPED, null));
    }

    private static boolean isStillToCome(Divergence divergence, Level level) {
        return divergence.state().isOpen() && level.compareTo(divergence.level()) > 0;
    }

    private static StageLine.Step plain(
            int column, String agency, String label, Status status, @Nullable LevelStay stay) {
        return new StageLine.Step(column, agency, label, status, null, stay == null ? null : stay.leftAt(), null);
    }

    private StageLine.Step outcome(Divergence divergence) {
        Outcome outcome = divergence.outcome();
        int column = Level.values().length + 2;
        if (outcome == null) {
            return new StageLine.Step(
                    column, null, translator.say("divergence.stage.outcome"), Status.NEXT, null, null, null);
        }
        return new StageLine.Step(
                column,
                null,
                translator.say("divergence.outcome." + outcome),
                outcome.state() == DivergenceState.CLOSED_NO_AGREEMENT ? Status.STOPPED : Status.DONE,
                null,
                divergence.settledAt(),
                null);
    }
}
