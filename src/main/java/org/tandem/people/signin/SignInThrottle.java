package org.tandem.people.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignInBlocked;

/** Counts failed attempts per name and per address in the database, so that all nodes count together. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInThrottle {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws SignInBlocked while the name or the address has to wait */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public void check(String name, String address) {
        Instant now = clock.instant();
        List<Timestamp> until = jdbc.sql("""
                        select blocked_until from tandem.sign_in_throttle
                         where subject in (:subjects) and blocked_until > :now order by blocked_until desc limit 1
                        """)
                .param("subjects", List.of(ofName(name), ofAddress(address)))
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .list();
        if (!until.isEmpty()) {
            throw new SignInBlocked(Duration.between(now, until.get(0).toInstant()));
        }
    }

    /** The address always comes last, so that two nodes never wait for each other. */
    public void failed(String name, String address) {
        count(ofName(name), ThrottlePolicy.PER_NAME);
        count(ofAddress(address), ThrottlePolicy.PER_ADDRESS);
    }

    public void succeeded(String name) {
        jdbc.sql("delete from tandem.sign_in_throttle where subject = :subject or last_failure < :old")
                .param("subject", ofName(name))
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void count(String subject, ThrottlePolicy policy) {
        Instant now = clock.instant();
        int failures = jdbc.sql("""
                        insert into tandem.sign_in_throttle as known (subject, failures, last_failure)
                        values (:subject, 1, :now)
                        on conflict (subject) do update
                           set failures = case when known.last_failure < :forgotten then 1 else known.failures + 1 end,
                               last_failure = :now
                        returning failures
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("forgotten", Timestamp.from(now.minus(policy.forgetAfter())))
                .query(Integer.class)
                .single();
        Duration wait = policy.waitAfter(failures);
        if (wait.compareTo(Duration.ZERO) > 0) {
            jdbc.sql("update tandem.sign_in_throttle set blocked_until = :until where subject = :subject")
                    .param("until", Timestamp.from(now.plus(wait)))
                    .param("subject", subject)
                    .update();
        }
    }

    private static String ofName(String name) {
        return "name:" + digest(name.strip().toLowerCase(Locale.ROOT));
    }

    private static String ofAddress(String address) {
        return "address:" + digest(address);
    }

    /** People type passwords into the name field; nothing typed is kept in clear. */
    private static String digest(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
