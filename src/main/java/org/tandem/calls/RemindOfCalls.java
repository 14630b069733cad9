package org.tandem.calls;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.funds.Call;
import org.tandem.funds.CallState;
import org.tandem.funds.Calls;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Message;

/** Reminds those who write for a call some days before it closes, once for each closing, on whichever node comes first. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
@Slf4j
public class RemindOfCalls {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "calls";

    private final Calls calls;
    private final CallDates dates;
    private final Applicants applicants;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final LastRuns lastRuns;

    @Scheduled(fixedDelayString = "${tandem.sweep.every:PT1M}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        List<String> failed = new ArrayList<>();
        calls.all().stream()
                .filter(call -> dates.state(call) == CallState.CLOSING_SOON)
                .forEach(call -> remind(call, failed));
        lastRuns.ran(WORK, failed.isEmpty() ? null : String.join(", ", failed));
    }

    private void remind(Call call, List<String> failed) {
        OffsetDateTime closes = OffsetDateTime.ofInstant(call.closesAt().orElseThrow(), ZoneOffset.UTC);
        List<String> reminded = jdbc.sql("select case_id from tandem.call_reminder where call = ? and closes_at = ?")
                .params(call.id(), closes)
                .query(String.class)
                .list();
        applicants.of(call).stream()
                .filter(id -> !reminded.contains(id.value()))
                .forEach(id -> remind(call, id, closes, failed));
    }

    private void remind(Call call, CaseId id, OffsetDateTime closes, List<String> failed) {
        try {
            transactions.executeWithoutResult(running -> {
                // Whoever works on the case meanwhile is not waited for long: it comes with the next sweep.
                jdbc.sql("set local lock_timeout = 500").update();
                cases.lock(id);
                if (isFirst(call, id, closes)) {
                    Message words = Message.of("calls.notice.REMINDER", call.name(), call.closing());
                    applicants.tell(id, CaseEntry.Kind.REMINDER, words, null, null);
                }
            });
        } catch (RuntimeException trouble) {
            LOG.warn("Writers of {} are reminded of {} with the next sweep", id, call.id(), trouble);
            failed.add(id.value());
        }
    }

    private boolean isFirst(Call call, CaseId id, OffsetDateTime closes) {
        return jdbc.sql("insert into tandem.call_reminder (call, case_id, closes_at) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(call.id(), id.value(), closes)
                        .update()
                == 1;
    }
}
