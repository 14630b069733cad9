package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * What is looked up once for all steps of a case.
     *
     * @param below open tasks of what came up on it
     * @param still ids of the tasks that nobody can do at this moment
     */
    private record Known(
            CaseView view,
            List<StepFact> facts,
            List<OpenTask> open,
            List<OpenTask> below,
            Set<String> still,
            Map<UUID, String> names) {

        /** A step may be held by a task of what came up on the case, too. */
        Stream<OpenTask> holding(CaseStep step) {
            return Stream.of(open, below).flatMap(List::stream).filter(task -> step.labelWith(task.key())
                    .isPresent());
        }
    }

    @Override
    public Optional<StageLine> of(CaseView view) {
        CaseType type = types.of(view.kind());
        if (type.steps().isEmpty()) {
            return Optional.empty();
        }
        Known known = known(view, type);
        List<String> parties = cases.parties(view.framework());
        List<Step> steps = new ArrayList<>();
        int stage = 0;
        for (CaseStep step : type.steps()) {
            if (step.isOptional() && !isKnown(step, known)) {
                continue;
            }
            stage++;
            for (String party : step.isOfEachParty() ? parties : Collections.<@Nullable String>singletonList(null)) {
                steps.add(step(stage, step, party, known));
            }
        }
        return Optional.of(new StageLine(
                parties.stream()
                        .map(party -> new StageLine.Lane(party, translator.agency(party)))
                        .toList(),
                steps));
    }

    private Known known(CaseView view, CaseType type) {
        List<StepFact> facts = type.facts(view);
        Map<Boolean, List<OpenTask>> open = tasks.openOnOrBelow(view.caseId()).stream()
                .collect(Collectors.partitioningBy(task -> task.caseId().equals(view.id())));
        List<OpenTask> all =
                Stream.of(true, false).map(open::get).flatMap(List::stream).toList();
        List<UUID> persons = Stream.concat(
                        facts.stream().map(StepFact::person), all.stream().map(OpenTask::assignee))
                .filter(Objects::nonNull)
                .toList();
        return new Known(view, facts, open.get(true), open.get(false), paused.among(all), roster.namesOf(persons));
    }

    private static boolean isKnown(CaseStep step, Known known) {
        return known.facts().stream().anyMatch(fact -> fact.step().equals(step.key()))
                || known.holding(step).findAny().isPresent();
    }

    private Step step(int stage, CaseStep step, @Nullable String party, Known known) {
        return known.facts().stream()
                .filter(fact -> fact.step().equals(step.key()) && Objects.equals(fact.party(), party))
                .findFirst()
                .map(fact -> fact(stage, fact, known))
                .or(() -> known.holding(step)
                        .filter(task -> isIn(party, task))
                        .findFirst()
                        .map(task -> held(stage, step, party, task, known)))
                .orElseGet(() -> inState(stage, step, party, known));
    }

    private static boolean isIn(@Nullable String party, OpenTask task) {
        return party == null || task.party() == null || task.party().equals(party);
    }

    private Step fact(int stage, StepFact fact, Known known) {
        String person = fact.person() == null ? null : known.names().get(fact.person());
        return new Step(stage, fact.party(), say(fact.label()), fact.status(), person, fact.at(), null);
    }

    private Step held(int stage, CaseStep step, @Nullable String party, OpenTask task, Known known) {
        String label = say(step.labelWith(task.key()).orElseThrow());
        boolean still = known.still().contains(task.id());
        if (still && (task.abandonedSince() == null || known.view().suspendedBy() != null)) {
            return stopped(stage, party, label, known);
        }
        boolean late = !still && task.timeliness(clock.instant()).equals("OVERDUE");
        String holder = task.assignee() != null ? known.names().get(task.assignee()) : holders.of(task);
        Instant due = task.abandonedSince() == null ? task.dueAt() : null;
        return new Step(stage, party, label, late ? Status.OVERDUE : Status.NOW, holder, task.createdAt(), due);
    }

    /** Nobody can do it: it waits for the side that has paused the case, or for what came up on it. */
    private Step stopped(int stage, @Nullable String party, String label, Known known) {
        CaseView view = known.view();
        return view.suspendedBy() != null
                ? new Step(
                        stage,
                        party,
                        label,
                        Status.PAUSED,
                        translator.agency(view.suspendedBy()),
                        view.suspendedSince(),
                        null)
                : new Step(stage, party, label, Status.WAITING, casesOf(known.below()), view.waitingSince(), null);
    }

    private static @Nullable String casesOf(List<OpenTask> tasks) {
        return tasks.isEmpty()
                ? null
                : tasks.stream().map(OpenTask::caseId).distinct().collect(Collectors.joining(", "));
    }

    private Step inState(int stage, CaseStep step, @Nullable String party, Known known) {
        CaseView view = known.view();
        CaseStep.InState shown = step.shownIn(view.stateBeneath());
        String label = say(shown.label());
        Instant since = shown.dated() ? view.stateBeneathSince() : null;
        if (!shown.status().isOpen()) {
            return new Step(stage, party, label, shown.status(), null, since, null);
        }
        if (view.suspendedBy() != null) {
            return stopped(stage, party, label, known);
        }
        return new Step(stage, party, label, shown.status(), holders(known.below()), since, due(known.below()));
    }

    private @Nullable String holders(List<OpenTask> below) {
        return below.isEmpty()
                ? null
                : below.stream().map(holders::of).distinct().collect(Collectors.joining(", "));
    }

    private static @Nullable Instant due(List<OpenTask> below) {
        return below.stream()
                .map(OpenTask::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private String say(String label) {
        return translator.say(label);
    }
}
