package org.tandem.tasks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseStep;
import org.tandem.cases.CaseType;
import org.tandem.cases.CaseTypes;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.cases.StageLineSource;
import org.tandem.cases.StepFact;
import org.tandem.people.Roster;
import org.tandem.platform.web.StageLine;
import org.tandem.platform.web.StageLine.Status;
import org.tandem.platform.web.StageLine.Step;
import org.tandem.platform.web.Translator;

/** Stage lines: the steps a case type declares, with who holds each, since when and until when (D16). */
@Component
@RequiredArgsConstructor
class StageLines implements StageLineSource {

    private final CaseTypes types;
    private final Cases cases;
    private final Tasks tasks;
    private final PausedTasks paused;
    private final Roster roster;
    private final TaskHolder holders;
    private final Translator translator;
    private final Clock clock;

    /** What is looked up once for all steps of a case. */
    private record Known(CaseView view, List<StepFact> facts, List<OpenTask> open, Map<UUID, String> names) {}

    @Override
    public Optional<StageLine> of(CaseView view) {
        CaseType type = types.of(view.kind());
        if (type.steps().isEmpty()) {
            return Optional.empty();
        }
        List<StepFact> facts = type.facts(view);
        List<OpenTask> open = tasks.openOf(view.caseId());
        List<UUID> persons = Stream.concat(
                        facts.stream().map(StepFact::person), open.stream().map(OpenTask::assignee))
                .filter(Objects::nonNull)
                .toList();
        Known known = new Known(view, facts, open, roster.namesOf(persons));
        List<String> parties = cases.parties(view.framework());
        List<Step> steps = new ArrayList<>();
        for (CaseStep step : type.steps()) {
            int stage = type.steps().indexOf(step) + 1;
            if (step.isOfEachParty()) {
                parties.forEach(party -> steps.add(step(stage, step, party, known)));
            } else {
                steps.add(step(stage, step, null, known));
            }
        }
        return Optional.of(new StageLine(
                parties.stream()
                        .map(party -> new StageLine.Lane(party, translator.agency(party)))
                        .toList(),
                steps));
    }

    private Step step(int stage, CaseStep step, @Nullable String party, Known known) {
        return known.facts().stream()
                .filter(fact -> fact.step().equals(step.key()) && Objects.equals(fact.party(), party))
                .findFirst()
                .map(fact -> fact(stage, fact, known))
                .or(() -> known.open().stream()
                        .filter(task -> step.labelWith(task.key()).isPresent() && isIn(party, task))
                        .findFirst()
                        .map(task -> held(stage, step, party, task, known)))
                .orElseGet(() -> inState(stage, step, party, known.view()));
    }

    private static boolean isIn(@Nullable String party, OpenTask task) {
        return party == null || task.party() == null || task.party().equals(party);
    }

    private Step fact(int stage, StepFact fact, Known known) {
        String person = fact.person() == null ? null : known.names().get(fact.person());
        return new Step(stage, fact.party(), say(fact.label()), fact.status(), person, fact.at(), null);
    }

    private Step held(int stage, CaseStep step, @Nullable String party, OpenTask task, Known known) {
        boolean late = paused.timeliness(task, clock.instant()).equals("OVERDUE");
        String holder = task.assignee() != null ? known.names().get(task.assignee()) : holders.of(task);
        String label = say(step.labelWith(task.key()).orElseThrow());
        return new Step(
                stage,
                party,
                label,
                late ? Status.OVERDUE : Status.NOW,
                holder,
                task.createdAt(),
                task.abandonedSince() == null ? task.dueAt() : null);
    }

    private Step inState(int stage, CaseStep step, @Nullable String party, CaseView view) {
        CaseStep.InState shown = step.shownIn(view.stateBeneath());
        return new Step(
                stage, party, say(shown.label()), shown.status(), null, shown.dated() ? view.stateSince() : null, null);
    }

    private String say(String label) {
        return translator.say(label);
    }
}
