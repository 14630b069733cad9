package org.tandem.people;

import java.security.SecureRandom;
import java.time.Instant;

/** A password made up for somebody else, shown once, easy to read out over the telephone. */
record OneTimePassword(String text, Instant expiresAt) {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static OneTimePassword until(Instant expiresAt) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new OneTimePassword(text.toString(), expiresAt);
    }

    /** Kept out of logs. */
    @Override
    public String toString() {
        return "one-time password, good until " + expiresAt;
    }
}
