package org.tandem.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When work that goes on by the clock last ran to its end, on whichever node; for those who watch over it. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class LastRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param trouble what had to be left out, null when nothing */
    public record Run(String work, Instant at, @Nullable String trouble) {}

    /**
     * Call it last.
     *
     * @param trouble what the work had to leave out, for those who watch over it; null when nothing
     */
    public void ran(String work, @Nullable String trouble) {
        jdbc.sql("insert into tandem.last_run (work, ran_at, trouble) values (?, ?, ?)"
                        + " on conflict (work) do update set ran_at = excluded.ran_at, trouble = excluded.trouble")
                .params(Arrays.asList(work, OffsetDateTime.now(clock), trouble))
                .update();
    }

    public Optional<String> trouble(String work) {
        return jdbc.sql("select trouble from tandem.last_run where work = ? and trouble is not null")
                .param(work)
                .query(String.class)
                .optional();
    }

    public Optional<Instant> of(String work) {
        return all().stream()
                .filter(run -> run.work().equals(work))
                .map(Run::at)
                .findFirst();
    }

    /** Of all work that has run. */
    public List<Run> all() {
        return jdbc.sql("select work, ran_at, trouble from tandem.last_run order by work")
                .query((row, number) -> new Run(
                        row.getString("work"),
                        row.getObject("ran_at", OffsetDateTime.class).toInstant(),
                        row.getString("trouble")))
                .list();
    }
}
