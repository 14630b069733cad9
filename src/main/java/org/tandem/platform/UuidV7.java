package org.tandem.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Time-ordered ids (RFC 9562, version 7): new rows land at the right edge of an index, and ids still cannot be guessed. */
@Component
@RequiredArgsConstructor
public final class UuidV7 {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public UUID next() {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
