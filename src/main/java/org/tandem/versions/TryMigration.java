package org.tandem.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.models.difference.Difference;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.MoveTasks;
import org.tandem.tasks.ReconcileTasks;
import org.tandem.versions.MigratingCases.Waiting;

/** Moves a few cases for trial and undoes it: the engine judges the plan and each case, and the inbox is compared in between. */
@Component
@RequiredArgsConstructor
class TryMigration {

    private final Versions versions;
    private final Planning planning;
    private final RestingCases resting;
    private final Sample sample;
    private final MoveTasks moveTasks;
    private final ReconcileTasks reconcileTasks;
    private final TransactionTemplate transaction;

    /**
     * @param objections why the engine refuses the plan as a whole; empty when it accepts it
     * @param moved how many cases of the sample could be moved
     * @param left those that could not, with the reason
     * @param difference between inbox and engine while they were moved
     * @param seconds what moving all cases would take at this pace
     */
    record Trial(
            List<Message> objections,
            int tried,
            int moved,
            List<MigratingCases.Left> left,
            int difference,
            long seconds) {

        public boolean isGood() {
            return objections.isEmpty() && left.isEmpty() && difference == 0;
        }
    }

    Trial attempt(String process, int number, Map<String, String> chosen, SignedIn who) {
        Administrators.require(who);
        Version from = versions.of(process, number);
        Version to = versions.newerThan(from);
        Difference difference = planning.difference(from, to);
        StepMoves.requireDecided(new StepMoves(difference, resting.waiting(from), chosen).all(), chosen);
        try {
            Plan plan = planning.plan(from, to, chosen);
            return undone(status -> run(plan, difference, status));
        } catch (MigrationPlanValidationException refused) {
            return new Trial(new PlainReasons(difference).of(refused), 0, 0, List.of(), 0, 0);
        }
    }

    private Trial undone(org.springframework.transaction.support.TransactionCallback<Trial> run) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return run.doInTransaction(status);
        }));
    }

    private Trial run(Plan plan, Difference difference, TransactionStatus status) {
        List<Waiting> tried = sample.take(plan.from());
        List<MigratingCases.Left> left = new ArrayList<>();
        long start = System.nanoTime();
        for (Waiting one : tried) {
            try {
                moveTasks.move(plan.engine(), List.of(one.instance()), plan.goneSteps());
            } catch (RuntimeException failure) {
                left.add(new MigratingCases.Left(
                        one.instance(), one.caseId(), new PlainReasons(difference).of(failure)));
            }
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Trial(
                List.of(),
                tried.size(),
                tried.size() - left.size(),
                left,
                reconcileTasks.difference().size(),
                tried.isEmpty() ? 0 : millis * versions.running(plan.from()) / tried.size() / 1000);
    }
}
