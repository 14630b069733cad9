package org.tandem.selection;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
import org.tandem.platform.SignedIn;
import org.tandem.platform.SignedInPersons;

/**
 * Works off confirmed spreadsheets in the background, row by row. Where it stopped, by shutdown or worse, any node goes on:
 * what is done is in the database, and nothing else counts.
 */
@Component
@Slf4j
class ImportRuns implements DisposableBean {

    private static final int BATCH = 20;
    private static final int SHUTDOWN_SECONDS = 10;

    private final NominationImports imports;
    private final OpenImportRow openImportRow;
    private final SignedInPersons persons;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    private final Set<UUID> queued = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    ImportRuns(NominationImports imports, OpenImportRow openImportRow, SignedInPersons persons) {
        this.imports = imports;
        this.openImportRow = openImportRow;
        this.persons = persons;
        executor.setCorePoolSize(1);
        executor.setMaxPoolSize(1);
        executor.setThreadNamePrefix("imports-");
        executor.setWaitForTasksToCompleteOnShutdown(false);
        executor.setAwaitTerminationSeconds(SHUTDOWN_SECONDS);
        executor.initialize();
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
        imports.standingStill().forEach(this::start);
    }

    @Override
    public void destroy() {
        stopping = true;
        executor.shutdown();
    }

    private void run(UUID id) {
        if (!imports.take(id)) {
            return;
        }
        String owner = imports.find(id).orElseThrow().signInName();
        try {
            int before = Integer.MAX_VALUE;
            List<Integer> rows = imports.waiting(id, BATCH);
            while (!rows.isEmpty() && !stopping && rows.get(0) != before) {
                before = rows.get(0);
                for (int number : rows) {
                    open(id, number, owner);
                }
                imports.stillAtIt(id);
                rows = imports.waiting(id, BATCH);
            }
            imports.leave(id);
        } catch (RuntimeException lost) {
            if (!isPassing(lost)) {
                throw lost;
            }
            LOG.warn("The import {} stops here and goes on when the database answers again", id, lost);
        }
    }

    private void open(UUID id, int number, String owner) {
        if (stopping) {
            return;
        }
        try {
            SignedIn who = persons.bySignInName(owner);
            openImportRow.open(id, number, who);
        } catch (ConcurrencyFailureException faster) {
            LOG.info("Row {} of the import {} is tried again: somebody else was faster", number, id);
        } catch (RuntimeException failure) {
            if (isPassing(failure)) {
                throw failure;
            }
            settle(id, number, failure);
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
            openImportRow.settleRefused(id, number, refused);
        } else {
            LOG.error("Row {} of the import {} could not be started", number, id, failure);
            openImportRow.settleBroken(id, number);
        }
    }
}
