package org.tandem.submission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Message;
import org.tandem.proposal.Writers;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.Tasks;

/**
 * Tells submissions that wait to be handed in that their call has closed, or is open again (D39): what counts is the call as it
 * stands at that moment, so an extension moves nothing. Each in a transaction of its own, on whichever node comes first.
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
@Slf4j
public class SweepClosings {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "submissions";

    private final Submissions submissions;
    private final HandInGuard guard;
    private final SubmissionProcess process;
    private final Tasks tasks;
    private final Cases cases;
    private final CaseHistory history;
    private final Writers writers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LastRuns lastRuns;
    private final Clock clock;

    @Scheduled(fixedDelayString = "${tandem.sweep.every:PT1M}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        List<String> failed = new ArrayList<>();
        jdbc.sql("select id from tandem.case_row where kind = ? and state = ? order by id")
                .params(SubmissionProcess.KEY, SubmissionState.READY.name())
                .query(String.class)
                .list()
                .forEach(id -> look(new CaseId(id), failed));
        lastRuns.ran(WORK, failed.isEmpty() ? null : String.join(", ", failed));
    }

    private void look(CaseId id, List<String> failed) {
        try {
            transactions.executeWithoutResult(running -> {
                Call call = guard.call(submissions.of(id));
                boolean ended = call.hasEnded(clock.instant());
                String waits = ended ? SubmissionTasks.HAND_IN_PROPOSAL : SubmissionTasks.MEET_CLOSING;
                if (tasks.openOf(id).stream().map(OpenTask::key).anyMatch(waits::equals)) {
                    // Whoever works on the case meanwhile is not waited for long: it comes with the next sweep.
                    jdbc.sql("set local lock_timeout = 500").update();
                    cases.lock(id);
                    tell(id, call, ended);
                }
            });
        } catch (RuntimeException trouble) {
            LOG.warn("Closing of the call of {} is looked at again with the next sweep", id, trouble);
            failed.add(id.value());
        }
    }

    private void tell(CaseId id, Call call, boolean ended) {
        if (ended) {
            process.callClosed(id);
        } else {
            process.callReopened(id);
        }
        Message words =
                Message.of(ended ? "submission.history.callClosed" : "submission.history.callReopened", call.title());
        history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
        writers.groupsOf(cases.find(id).orElseThrow()).forEach(group -> history.tell(id, group, words, null));
    }
}
