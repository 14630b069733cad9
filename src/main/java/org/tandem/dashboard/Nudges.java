package org.tandem.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.Cases;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who asked those a task waits on, and when; once a day at most. */
@Component
@RequiredArgsConstructor
class Nudges {

    static final Duration PAUSE = Duration.ofDays(1);

    private final Cases cases;
    private final JdbcClient jdbc;

    record Nudge(Instant at, UUID by) {}

    /** The party for which somebody coordinates a framework, if any. */
    Optional<String> coordinated(String framework, SignedIn who) {
        return cases.parties(framework).stream()
                .filter(agency -> who.holds(Role.COORDINATOR, agency, framework))
                .findFirst();
    }

    /** From when on the task can be nudged again; null when that is now. */
    static @Nullable Instant nextFrom(@Nullable Instant last, Instant now) {
        return last == null || !last.plus(PAUSE).isAfter(now) ? null : last.plus(PAUSE);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Nudge> last(String taskId) {
        return jdbc.sql("select at, nudged_by from tandem.nudge where task_id = ? order by at desc limit 1")
                .param(taskId)
                .query((row, number) -> new Nudge(
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("nudged_by", UUID.class)))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(String taskId, UUID by, Instant at) {
        jdbc.sql("insert into tandem.nudge (task_id, at, nudged_by) values (?, ?, ?)")
                .params(taskId, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), by)
                .update();
    }
}
