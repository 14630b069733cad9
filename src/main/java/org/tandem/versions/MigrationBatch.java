package org.tandem.versions;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.platform.Message;
import org.tandem.versions.MigratingCases.Waiting;

/**
 * Moves one batch of cases in one transaction. When one of them cannot be moved the batch is undone and tried again case by
 * case, each in a transaction of its own, so that exactly those that cannot be moved stay where they are.
 */
@Component
@RequiredArgsConstructor
@Slf4j
class MigrationBatch {

    private final Migrations migrations;
    private final MigratingCases cases;
    private final MoveCases moveCases;
    private final MigrationProperties properties;
    private final TransactionTemplate transaction;

    private record Taken(Migration migration, List<Waiting> batch) {}

    /** @return whether there was something to do; nothing when others are busy with all that waits */
    boolean work() {
        Taken[] taken = new Taken[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Migration> migration = migrations.take();
                if (migration.isEmpty()) {
                    return false;
                }
                taken[0] = new Taken(migration.get(), cases.take(migration.get().id(), properties.batch()));
                return moved(taken[0]);
            }));
        } catch (RuntimeException failure) {
            if (taken[0] == null) {
                throw failure;
            }
            LOG.info(
                    "A batch of {} cases is moved one by one: {}",
                    taken[0].batch().size(),
                    failure.getClass().getSimpleName());
            taken[0].batch().forEach(one -> alone(taken[0].migration(), one));
            return true;
        }
    }

    private boolean moved(Taken taken) {
        Migration migration = taken.migration();
        if (taken.batch().isEmpty()) {
            if (!cases.anyWaiting(migration.id())) {
                migrations.done(migration.id());
            }
            return false;
        }
        long start = System.nanoTime();
        moveCases.move(migration, taken.batch());
        migrations.worked(migration.id(), millisSince(start));
        return true;
    }

    private void alone(Migration migration, Waiting one) {
        try {
            transaction.executeWithoutResult(
                    status -> migrations.take(migration.id()).ifPresent(held -> {
                        if (cases.hold(held.id(), one.instance())) {
                            moved(new Taken(held, List.of(one)));
                        }
                    }));
        } catch (RuntimeException failure) {
            boolean again = PlainReasons.isPassing(failure) && one.attempts() + 1 < properties.attempts();
            LOG.info(
                    "Case {} could not be moved: {}",
                    one.caseId(),
                    failure.getClass().getSimpleName());
            Message reason = again ? null : moveCases.reason(migration, failure);
            transaction.executeWithoutResult(status -> cases.leave(migration.id(), one.instance(), reason));
        }
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
