package org.tandem.people.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.SignInBlocked;

/**
 * Counts failed guesses in the database, so that all nodes count together. Who guesses wrong often has to pause; nobody
 * has to because of what others guess from elsewhere. Every statement is committed by itself: a refusal rolls nothing
 * back, and no two nodes wait for each other.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class SignInThrottle {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws SignInBlocked during a pause, also for the right password */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public void check(Guess guess) {
        Instant now = clock.instant();
        List<Timestamp> until = jdbc.sql("""
                        select blocked_until from tandem.sign_in_throttle
                         where subject in (:subjects) and blocked_until > :now order by blocked_until desc limit 1
                        """)
                .param("subjects", guess.paused())
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .list();
        if (!until.isEmpty()) {
            throw new SignInBlocked(Duration.between(now, until.get(0).toInstant()));
        }
    }

    public void failed(Guess guess) {
        forgetOld();
        boolean attacked = guess.account() != null
                && count(guess.account())
                        .filter(all -> all.failures() > ThrottlePolicy.ATTACK)
                        .isPresent();
        count(guess.guesser(), attacked ? ThrottlePolicy.UNDER_ATTACK : ThrottlePolicy.PER_GUESSER);
        if (guess.address() != null) {
            count(guess.address(), ThrottlePolicy.PER_ADDRESS);
        }
    }

    public void succeeded(Guess guess) {
        jdbc.sql("delete from tandem.sign_in_throttle where subject = :subject")
                .param("subject", guess.guesser())
                .update();
    }

    private record Counted(int failures, int pauses) {}

    private void count(String subject, ThrottlePolicy policy) {
        count(subject)
                .filter(counted -> counted.failures() >= policy.failures())
                .ifPresent(counted -> pause(subject, counted));
    }

    /** @return nothing during a pause: guesses sent side by side must not make it longer */
    private Optional<Counted> count(String subject) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        insert into tandem.sign_in_throttle as known (subject, failures, counted_since, pauses)
                        values (:subject, 1, :now, 0)
                        on conflict (subject) do update
                           set failures = case when known.counted_since < :old then 1 else known.failures + 1 end,
                               pauses = case when known.counted_since < :old then 0 else known.pauses end,
                               counted_since = case when known.counted_since < :old then :now
                                                    else known.counted_since end
                         where known.blocked_until is null or known.blocked_until <= :now
                        returning failures, pauses
                        """)
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("old", Timestamp.from(now.minus(ThrottlePolicy.LONGEST)))
                .query(Counted.class)
                .optional();
    }

    private void pause(String subject, Counted counted) {
        jdbc.sql("""
                        update tandem.sign_in_throttle
                           set failures = 0, pauses = :pauses, blocked_until = :until, counted_since = :until
                         where subject = :subject and failures >= :failures
                        """)
                .param("subject", subject)
                .param("failures", counted.failures())
                .param("pauses", counted.pauses() + 1)
                .param("until", Timestamp.from(clock.instant().plus(ThrottlePolicy.pauseAfter(counted.pauses()))))
                .update();
    }

    /** A few more than a failure can add, so that the table never holds more than the failures of the last half hour. */
    private void forgetOld() {
        jdbc.sql("""
                        delete from tandem.sign_in_throttle where subject in
                               (select subject from tandem.sign_in_throttle where counted_since < :old
                                 order by counted_since limit 10 for update skip locked)
                        """)
                .param("old", Timestamp.from(clock.instant().minus(ThrottlePolicy.LONGEST)))
                .update();
    }
}
