package org.tandem.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.people.signin.Digest;

/** Secret links to calendars, one a person at most, kept as a digest: good until revoked or replaced. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CalendarLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A new secret; an earlier one is worth nothing any more. */
    String make(UUID person) {
        String secret = Digest.freshToken();
        jdbc.sql("""
                        insert into tandem.calendar_link (person_id, secret_digest, made_at) values (:person, :digest, :now)
                        on conflict (person_id) do update
                           set secret_digest = excluded.secret_digest, made_at = excluded.made_at
                        """)
                .param("person", person)
                .param("digest", Digest.of(secret))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return secret;
    }

    void revoke(UUID person) {
        jdbc.sql("delete from tandem.calendar_link where person_id = ?")
                .param(person)
                .update();
    }

    /** When it was made; nothing when there is none. */
    @Transactional(readOnly = true)
    Optional<Instant> since(UUID person) {
        return jdbc.sql("select made_at from tandem.calendar_link where person_id = ?")
                .param(person)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Sign-in name of whose it is, as long as that person may come in without changing the password first. */
    @Transactional(readOnly = true)
    public Optional<String> holder(String secret) {
        return jdbc.sql("""
                        select n.name from tandem.calendar_link l
                          join tandem.person p on p.id = l.person_id and p.active and not p.must_change_password
                          join tandem.sign_in_name n on n.person_id = p.id and n.main
                         where l.secret_digest = ?""").param(Digest.of(secret)).query(String.class).optional();
    }
}
