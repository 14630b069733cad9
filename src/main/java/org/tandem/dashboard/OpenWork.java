package org.tandem.dashboard;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.tasks.PausedTasks;

/** The open tasks of a scope, with age and timeliness at one moment: what all figures about tasks are counted from. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class OpenWork {

    private static final String WORK = """
            with work as (
                select t.id, t.case_id, t.module, t.task_key, t.framework, t.area, t.country, t.party, t.assignee,
                       t.created_at, t.due_at,
                       case when p.still then 'STANDING_STILL' when t.due_at < :now then 'OVERDUE'
                            when t.remind_at <= :now then 'DUE_SOON' else 'ON_TIME' end as timeliness,
                       cast(greatest(0, floor(extract(epoch from :now - t.created_at) / 86400)) as bigint) as days
                  from tandem.task t join tandem.case_cover c on c.id = t.case_id
                 cross join lateral (select %s as still) p
                 where t.state = 'OPEN' and %s)
            """;

    /** Columns of a {@link Load}. */
    static final String LOAD = "count(*) as open, count(*) filter (where timeliness = 'DUE_SOON') as soon,"
            + " count(*) filter (where timeliness = 'OVERDUE') as overdue";

    private final JdbcClient jdbc;
    private final PausedTasks standingStill;

    /** @param select what to read of {@code work} */
    JdbcClient.StatementSpec asked(Scope scope, Instant now, String select) {
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        params.putAll(standingStill.params());
        return jdbc.sql(WORK.formatted(PausedTasks.CONDITION, scope.where()) + select)
                .params(params);
    }
}
