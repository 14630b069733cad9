package org.tandem.people;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Role;
import org.tandem.platform.ScopeKind;

/** A mandate in a person's hands, from when until when, and by whom given and taken. */
@Entity
@Table(name = "mandate")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class HeldMandate {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    private String role;
    private String agency;

    @Enumerated(EnumType.STRING)
    private ScopeKind scopeKind;

    private String scope;
    private Instant grantedAt;
    private @Nullable UUID grantedBy;
    private @Nullable Instant endedAt;
    private @Nullable UUID endedBy;

    @SuppressWarnings("NullAway.Init")
    HeldMandate(Person person, MandatePattern pattern, ScopeKind kind, @Nullable UUID by, Instant at) {
        this.id = UUID.randomUUID();
        this.person = person;
        this.role = pattern.role().code();
        this.agency = pattern.agency();
        this.scopeKind = kind;
        this.scope = pattern.scope();
        this.grantedBy = by;
        this.grantedAt = at;
    }

    void end(@Nullable UUID by, Instant at) {
        endedBy = by;
        endedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean isHeld() {
        return endedAt == null;
    }

    MandatePattern pattern() {
        return new MandatePattern(Role.ofCode(role).orElseThrow(), agency, scope);
    }
}
