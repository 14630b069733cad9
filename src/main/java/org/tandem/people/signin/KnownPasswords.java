package org.tandem.people.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Machines send their password with every request, and hashing it each time would cost more than the request. Remembers
 * for a few minutes that a password matched a stored hash, as a digest under a key this node draws at start. A changed
 * password has another hash and is therefore unknown at once.
 */
@Component
class KnownPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<String, Instant> until = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    KnownPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean knows(String hash, String password) {
        String digest = digest(hash, password);
        synchronized (until) {
            Instant end = until.get(digest);
            return end != null && clock.instant().isBefore(end);
        }
    }

    void remember(String hash, String password) {
        String digest = digest(hash, password);
        synchronized (until) {
            until.remove(digest);
            until.put(digest, clock.instant().plus(REMEMBERED));
        }
    }

    private String digest(String hash, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
