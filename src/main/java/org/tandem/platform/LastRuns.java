package org.tandem.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When work that goes on by the clock last ran to its end, on whichever node; for those who watch over it. */
@Component
public class LastRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    LastRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Call it last, in the transaction of the work: it stands only if the work does. */
    public void ran(String work) {
        jdbc.sql("insert into tandem.last_run (work, ran_at) values (?, ?)"
                        + " on conflict (work) do update set ran_at = excluded.ran_at")
                .params(work, OffsetDateTime.now(clock))
                .update();
    }

    public Optional<Instant> of(String work) {
        return jdbc.sql("select ran_at from tandem.last_run where work = ?")
                .param(work)
                .query((row, number) ->
                        row.getObject("ran_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
