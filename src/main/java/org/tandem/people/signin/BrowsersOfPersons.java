package org.tandem.people.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.web.KnownBrowsers;

/** Which browsers signed in to which accounts, as digests of their tokens; until a person's password changes. */
@Component
@Transactional
@RequiredArgsConstructor
class BrowsersOfPersons implements KnownBrowsers {

    static final int MOST = 20;

    /** Each sign-in within this time before the end renews the whole of it: not every one has to write. */
    private static final Duration RENEWED_BEFORE = Duration.ofDays(150);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param personId null for an account that does not exist; asks the database all the same */
    @Transactional(readOnly = true)
    boolean knows(@Nullable UUID personId, @Nullable String token) {
        return token != null && persons(token).contains(personId);
    }

    @Override
    public String remember(String mainSignInName, @Nullable String token) {
        // A token we do not know was planted, or is too old.
        String kept = token != null && !persons(token).isEmpty() ? token : Digest.freshToken();
        Instant now = clock.instant();
        int written = jdbc.sql("""
                        insert into tandem.known_browser as known (person_id, token_digest, expires_at)
                        select person_id, :digest, :expires from tandem.sign_in_name where name = :name and main
                        on conflict (person_id, token_digest) do update set expires_at = excluded.expires_at
                         where known.expires_at < :renewed
                        """)
                .param("digest", Digest.of(kept))
                .param("name", mainSignInName)
                .param("expires", Timestamp.from(now.plus(KEPT_FOR)))
                .param("renewed", Timestamp.from(now.plus(RENEWED_BEFORE)))
                .update();
        if (written > 0) {
            forgetOldest(mainSignInName, now);
        }
        return kept;
    }

    void forgetAll(String mainSignInName) {
        jdbc.sql("""
                        delete from tandem.known_browser where person_id =
                               (select person_id from tandem.sign_in_name where name = :name and main)
                        """).param("name", mainSignInName).update();
    }

    /** Whose accounts the browser with this token signed in to. */
    private Set<UUID> persons(String token) {
        return jdbc.sql("select person_id from tandem.known_browser where token_digest = :digest and expires_at > :now")
                .param("digest", Digest.of(token))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .set();
    }

    private void forgetOldest(String mainSignInName, Instant now) {
        jdbc.sql("""
                        delete from tandem.known_browser using
                               (select person_id, token_digest, expires_at,
                                       row_number() over (order by expires_at desc, token_digest) as place
                                  from tandem.known_browser where person_id =
                                       (select person_id from tandem.sign_in_name where name = :name and main)) as own
                         where known_browser.person_id = own.person_id
                           and known_browser.token_digest = own.token_digest
                           and (own.place > :most or own.expires_at <= :now)
                        """)
                .param("name", mainSignInName)
                .param("most", MOST)
                .param("now", Timestamp.from(now))
                .update();
    }
}
