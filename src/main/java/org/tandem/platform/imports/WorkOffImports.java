package org.tandem.platform.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedInPersons;
import org.tandem.platform.imports.ImportRun.Row;
import org.tandem.platform.imports.ImportRun.Verdict;

/**
 * Works off confirmed spreadsheets in the background, row by row. Where it stopped, by shutdown or worse, any node goes on:
 * what is done is in the database, and nothing else counts.
 */
@Component
@Slf4j
@RequiredArgsConstructor
class WorkOffImports implements DisposableBean {

    private static final int BATCH = 20;

    private final List<SpreadsheetImport> imports;
    private final ImportRuns runs;
    private final OpenRow openRow;
    private final SignedInPersons persons;
    private final ThreadPoolTaskExecutor executor = oneThread();
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    private static ThreadPoolTaskExecutor oneThread() {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setMaxPoolSize(1);
        executor.setThreadNamePrefix("imports-");
        executor.setAwaitTerminationSeconds(10);
        executor.initialize();
        return executor;
    }

    /** Begins, or goes on, unless it is under way on this node already. */
    void start(UUID id) {
        if (!stopping && queued.add(id)) {
            executor.execute(() -> {
                try {
                    run(id);
                } finally {
                    queued.remove(id);
                }
            });
        }
    }

    @Scheduled(fixedDelayString = "${tandem.imports.every:PT15S}", initialDelayString = "${tandem.imports.first:PT10S}")
    void resume() {
        runs.standingStill().forEach(this::start);
    }

    @Override
    public void destroy() {
        stopping = true;
        executor.shutdown();
    }

    private void run(UUID id) {
        if (!runs.take(id)) {
            return;
        }
        ImportRun known = runs.find(id).orElseThrow();
        SpreadsheetImport declared = imports.stream()
                .filter(each -> each.place().key().equals(known.kind()))
                .findFirst()
                .orElseThrow();
        try {
            int before = Integer.MAX_VALUE;
            List<Row> rows = runs.rows(id, List.of(Verdict.GOOD), 0, BATCH);
            while (!rows.isEmpty() && !stopping && rows.get(0).number() != before) {
                before = rows.get(0).number();
                for (Row row : rows) {
                    open(declared, known, row.number());
                }
                runs.stillAtIt(id);
                rows = runs.rows(id, List.of(Verdict.GOOD), 0, BATCH);
            }
            runs.leave(id);
        } catch (RuntimeException lost) {
            if (!isPassing(lost)) {
                throw lost;
            }
            LOG.warn("The import {} stops here and goes on when the database answers again", id, lost);
        }
    }

    private void open(SpreadsheetImport declared, ImportRun run, int number) {
        if (stopping) {
            return;
        }
        try {
            openRow.open(declared, run.id(), number, persons.bySignInName(run.signInName()));
        } catch (ConcurrencyFailureException faster) {
            LOG.info("Row {} of the import {} is tried again: somebody else was faster", number, run.id());
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            settle(run.id(), number, failure);
        }
    }

    private static boolean isPassing(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException
                || DatabaseTrouble.of(failure).isPresent();
    }

    private void settle(UUID id, int number, RuntimeException failure) {
        int at = ExceptionUtils.indexOfType(failure, Refused.class);
        Refused refused = at < 0 ? null : (Refused) ExceptionUtils.getThrowables(failure)[at];
        if (refused != null && refused.kind() == Refused.Kind.BUSY) {
            LOG.info("Row {} of the import {} is tried again: somebody else is at work there", number, id);
        } else if (refused != null) {
            openRow.settleRefused(id, number, refused);
        } else {
            LOG.error("Row {} of the import {} could not be opened", number, id, failure);
            openRow.settleRefused(id, number, Refused.conflict("platform.import.problem.broken"));
        }
    }
}
