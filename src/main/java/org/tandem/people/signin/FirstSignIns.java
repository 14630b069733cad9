package org.tandem.people.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links by which somebody without a password chooses the first one: good once, for a day, kept as a digest. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class FirstSignIns {

    static final Duration GOOD_FOR = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A new token; earlier ones of this person are worth nothing any more. */
    public String issue(UUID personId) {
        String token = Digest.freshToken();
        jdbc.sql("delete from tandem.first_sign_in where person_id = :person and used_at is null")
                .param("person", personId)
                .update();
        jdbc.sql(
                        "insert into tandem.first_sign_in (token_digest, person_id, expires_at) values (:digest, :person, :expires)")
                .param("digest", Digest.of(token))
                .param("person", personId)
                .param("expires", Timestamp.from(clock.instant().plus(GOOD_FOR)))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    public Optional<UUID> personOf(String token) {
        return jdbc.sql("""
                        select person_id from tandem.first_sign_in
                         where token_digest = :digest and used_at is null and expires_at > :now
                        """)
                .param("digest", Digest.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }

    /** @return whose it was, unless it was used before or is too old */
    public Optional<UUID> use(String token) {
        return jdbc.sql("""
                        update tandem.first_sign_in set used_at = :now
                         where token_digest = :digest and used_at is null and expires_at > :now returning person_id
                        """)
                .param("digest", Digest.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional();
    }
}
