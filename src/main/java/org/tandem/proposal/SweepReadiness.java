package org.tandem.proposal;

import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.LastRuns;

/** Judges ready proposals anew when a date has passed that they rest on: each in a transaction of its own, on whichever node comes first. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
@Slf4j
public class SweepReadiness {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "readiness";

    private final List<ReadinessCheck> checks;
    private final JudgeReadiness readiness;
    private final Cases cases;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final LastRuns lastRuns;

    @Scheduled(fixedDelayString = "${tandem.sweep.every:PT1M}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        List<String> failed = new ArrayList<>();
        checks.stream().flatMap(check -> check.ranOut().stream()).distinct().forEach(id -> judge(id, failed));
        lastRuns.ran(WORK, failed.isEmpty() ? null : String.join(", ", failed));
    }

    private void judge(CaseId id, List<String> failed) {
        try {
            transactions.executeWithoutResult(running -> {
                // Whoever works on the case meanwhile is not waited for long: it comes with the next sweep.
                jdbc.sql("set local lock_timeout = 500").update();
                cases.lock(id);
                readiness.judge(id);
            });
        } catch (RuntimeException trouble) {
            LOG.warn("Readiness of {} is judged again with the next sweep", id, trouble);
            failed.add(id.value());
        }
    }
}
