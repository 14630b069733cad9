package org.tandem.people.signin;

import java.time.Duration;

/**
 * How long to wait after so many failures in a row: nothing while they are free, then doubling up to the longest wait.
 *
 * @param forgetAfter without a new failure for so long, counting starts again
 */
record ThrottlePolicy(int free, Duration first, Duration longest, Duration forgetAfter) {

    /** Slows down guessing at one account; a person who mistypes waits half a minute. */
    static final ThrottlePolicy PER_NAME =
            new ThrottlePolicy(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(30));

    /** Slows down guessing at many accounts; wide, since a whole country office may share one address. */
    static final ThrottlePolicy PER_ADDRESS =
            new ThrottlePolicy(50, Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofMinutes(30));

    Duration waitAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 20);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
