package org.tandem.people.signin;

import java.time.Duration;

/**
 * How many failures bring a pause, and how long it lasts: each twice as long as the one before. After a pause counting
 * starts afresh, so that it takes as many failures again. Without a pause for as long as the longest one lasts, all is
 * forgotten.
 */
record ThrottlePolicy(int failures) {

    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofMinutes(15);

    /** A person who mistypes. */
    static final ThrottlePolicy PER_GUESSER = new ThrottlePolicy(5);

    /** The same while the account is being guessed from many addresses: fewer tries from each, never none. */
    static final ThrottlePolicy UNDER_ATTACK = new ThrottlePolicy(2);

    /** So many failures at one account come from more than one address. */
    static final int ATTACK = 50;

    /** Wide, since a whole country office may share one address. */
    static final ThrottlePolicy PER_ADDRESS = new ThrottlePolicy(100);

    static Duration pauseAfter(int earlierPauses) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(earlierPauses, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
