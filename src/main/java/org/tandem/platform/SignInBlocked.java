package org.tandem.platform;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed attempts for this name or from this address; says how long to wait, not whether the name exists. */
public class SignInBlocked extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public SignInBlocked(Duration wait) {
        super("Too many failed attempts");
        this.wait = wait;
    }

    public Duration waiting() {
        return wait;
    }
}
