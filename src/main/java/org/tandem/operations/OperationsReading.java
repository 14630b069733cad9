package org.tandem.operations;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.people.Roster;
import org.tandem.platform.LastRuns;
import org.tandem.platform.SignedIn;
import org.tandem.platform.engine.FailedJob;
import org.tandem.platform.engine.FailedJobs;
import org.tandem.platform.engine.HistoryCleanup;
import org.tandem.platform.web.Translator;
import org.tandem.search.RebuildIndex;
import org.tandem.tasks.ReconcileTasks;
import org.tandem.tasks.SweepDueDates;
import org.tandem.tasks.TaskFigures;
import org.tandem.tasks.todo.Todo;
import org.tandem.tasks.todo.Todos;

/** Gathers what administrators look at each day. Not in one transaction: a job that ends meanwhile is no reason to show nothing. */
@Component
@RequiredArgsConstructor
class OperationsReading {

    /** With more open tasks, comparing them all takes seconds: the page then leaves it to the page made for it. */
    private static final long COMPARED_UP_TO = 20_000;

    private final FailedJobs jobs;
    private final StuckCases stuckCases;
    private final Todos todos;
    private final TaskFigures tasks;
    private final ReconcileTasks reconcileTasks;
    private final RebuildIndex index;
    private final LastRuns lastRuns;
    private final HistoryCleanup cleanup;
    private final NodeFigures node;
    private final Roster roster;
    private final Translator translator;
    private final Clock clock;

    Overview overview(SignedIn reader) {
        OperationsRefused.unlessAdministrator(reader);
        Map<String, Todo> given = todos.open().stream().collect(Collectors.toMap(Todo::about, Function.identity()));
        List<Overview.Failed> failed =
                jobs.all().stream().map(job -> failed(job, given)).toList();
        List<Overview.Stuck> stuck =
                stuckCases.all().stream().map(one -> stuck(one, given)).toList();
        long open = tasks.open();
        return new Overview(
                clock.instant(),
                failed,
                failed.size() < FailedJobs.MOST ? failed.size() : jobs.total(),
                stuck,
                stuck.size() < StuckCases.MOST ? stuck.size() : stuckCases.count(),
                stuckCases.strays(),
                new Overview.Work(open, tasks.overdue(), stuckCases.openCases(), index.documents()),
                open > COMPARED_UP_TO ? null : reconcileTasks.difference().size(),
                runs(),
                node.now());
    }

    private Overview.Failed failed(FailedJob job, Map<String, Todo> given) {
        String subject = job.caseId() == null ? null : Subject.ofJob(job.id());
        String cause = translator.say("operations.cause." + job.cause().kind().code());
        return new Overview.Failed(job, cause, subject, subject == null ? null : given(given.get(subject)));
    }

    private Overview.Stuck stuck(StuckCase stuck, Map<String, Todo> given) {
        String subject = Subject.ofCase(stuck.caseId());
        return new Overview.Stuck(stuck, subject, given(given.get(subject)));
    }

    private Overview.@Nullable Given given(@Nullable Todo todo) {
        return todo == null || todo.askedBy() == null
                ? null
                : new Overview.Given(roster.nameOf(todo.askedBy()), todo.askedAt(), String.valueOf(todo.note()));
    }

    private Overview.Runs runs() {
        return new Overview.Runs(
                lastRuns.of(SweepDueDates.WORK).orElse(null),
                lastRuns.trouble(SweepDueDates.WORK).orElse(null),
                lastRuns.of(HistoryCleanup.WORK).orElse(null),
                cleanup.nextAt().orElse(null),
                index.filledAt().orElse(null),
                lastRuns.all().stream()
                        .filter(run -> !List.of(SweepDueDates.WORK, HistoryCleanup.WORK)
                                .contains(run.work()))
                        .toList());
    }
}
