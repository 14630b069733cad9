package org.tandem.people.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/**
 * What sign-in knows of a person. The name is the main sign-in name, whichever was typed. Credentials that must be
 * changed count as expired: the account is good for nothing but changing them.
 */
class Account extends User {

    private static final long serialVersionUID = 1L;

    private final UUID personId;
    private final transient @Nullable Instant passwordExpiresAt;

    Account(
            UUID personId,
            String mainName,
            @Nullable String passwordHash,
            boolean active,
            boolean mustChangePassword,
            @Nullable Instant passwordExpiresAt,
            Collection<? extends GrantedAuthority> authorities) {
        super(mainName, passwordHash == null ? "" : passwordHash, active, true, !mustChangePassword, true, authorities);
        this.personId = personId;
        this.passwordExpiresAt = passwordExpiresAt;
    }

    UUID personId() {
        return personId;
    }

    boolean isPasswordExpired(Instant now) {
        return passwordExpiresAt != null && passwordExpiresAt.isBefore(now);
    }
}
