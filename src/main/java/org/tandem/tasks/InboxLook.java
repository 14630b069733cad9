package org.tandem.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/**
 * When a person looked at the inbox. Looks that follow each other without a long pause are one visit: what is new when it
 * begins stays marked through all of its pages, and what comes meanwhile is marked too.
 */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class InboxLook {

    static final Duration PAUSE = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Notes a look.
     *
     * @return the moment after which everything is new; the present one when the person never looked before
     */
    public Instant look(SignedIn who) {
        return stamp(who, """
                insert into tandem.inbox_look (person, looked_at, seen_until) values (:me, :now, :now)
                on conflict (person) do update set looked_at = :now,
                    seen_until = case when inbox_look.looked_at < :visit then inbox_look.looked_at
                                 else inbox_look.seen_until end
                returning seen_until""");
    }

    /** Nothing that is there by now is new any more. */
    public Instant seen(SignedIn who) {
        return stamp(who, """
                insert into tandem.inbox_look (person, looked_at, seen_until) values (:me, :now, :now)
                on conflict (person) do update set looked_at = :now, seen_until = :now returning seen_until""");
    }

    /** The moment after which everything is new, without looking; empty when the person never looked. */
    public Optional<Instant> seenUntil(SignedIn who) {
        return jdbc.sql("""
                        select case when looked_at < :visit then looked_at else seen_until end
                          from tandem.inbox_look where person = :me""")
                .param("me", who.personId())
                .param("visit", TaskTable.utc(clock.instant().minus(PAUSE)))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Instant stamp(SignedIn who, String sql) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .param("me", who.personId())
                .param("now", TaskTable.utc(now))
                .param("visit", TaskTable.utc(now.minus(PAUSE)))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
