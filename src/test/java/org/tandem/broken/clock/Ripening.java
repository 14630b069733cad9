package org.tandem.broken.clock;

import java.time.Instant;
import java.time.LocalDate;

/** Reads the machine's time behind the clock's back. */
class Ripening {

    LocalDate day() {
        return LocalDate.now();
    }

    Instant moment() {
        return Instant.now();
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
