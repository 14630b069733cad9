package org.tandem.people;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.ScopeKind;

/** Somebody who signs in and holds mandates. Ended mandates stay on record. */
@Entity
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Person {

    @Id
    private UUID id;

    private String displayName;
    private @Nullable String email;
    private @Nullable String telephone;
    private String language = "en";
    private String zone = "UTC";
    private boolean active = true;
    private @Nullable String passwordHash;
    private boolean mustChangePassword;
    private @Nullable Instant passwordExpiresAt;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable UUID changedBy;

    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "sign_in_name", joinColumns = @JoinColumn(name = "person_id"))
    private Set<SignInName> signInNames = new LinkedHashSet<>();

    @OneToMany(mappedBy = "person", cascade = CascadeType.ALL)
    private List<HeldMandate> mandates = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Person(PersonId id, SignInName name, PersonDetails details, @Nullable UUID by, Instant at) {
        this.id = id.value();
        this.signInNames.add(name);
        this.displayName = details.displayName();
        this.email = details.email();
        this.telephone = details.telephone();
        this.createdAt = at;
        this.changedAt = at;
        this.changedBy = by;
    }

    /** @throws PersonChanged when somebody saved since this version was read */
    void expect(long seen) {
        if (seen != version()) {
            throw new PersonChanged(displayName);
        }
    }

    void describe(PersonDetails details, @Nullable UUID by, Instant at) {
        displayName = details.displayName();
        email = details.email();
        telephone = details.telephone();
        touch(by, at);
    }

    void prefer(Preferences preferences, Instant at) {
        language = preferences.language();
        zone = preferences.zone();
        touch(id, at);
    }

    /** A password that somebody else chose: good for one sign-in until it expires, then to be changed. */
    void issueOneTimePassword(String hash, Instant expiresAt, @Nullable UUID by, Instant at) {
        if (!active) {
            throw Refused.conflict("people.refused.inactive", displayName);
        }
        passwordHash = hash;
        mustChangePassword = true;
        passwordExpiresAt = expiresAt;
        touch(by, at);
    }

    void choosePassword(String hash, Instant at) {
        passwordHash = hash;
        mustChangePassword = false;
        passwordExpiresAt = null;
        touch(id, at);
    }

    void deactivate(@Nullable UUID by, Instant at) {
        if (!active) {
            throw Refused.conflict("people.refused.alreadyInactive", displayName);
        }
        active = false;
        touch(by, at);
    }

    void reactivate(@Nullable UUID by, Instant at) {
        if (active) {
            throw Refused.conflict("people.refused.alreadyActive", displayName);
        }
        active = true;
        touch(by, at);
    }

    HeldMandate grant(MandatePattern pattern, @Nullable UUID by, Instant at) {
        return grant(pattern, pattern.scopeKind(), by, at);
    }

    HeldMandate grant(MandatePattern pattern, ScopeKind kind, @Nullable UUID by, Instant at) {
        if (!active) {
            throw Refused.conflict("people.refused.inactive", displayName);
        }
        if (held().stream().anyMatch(mandate -> mandate.pattern().equals(pattern))) {
            throw Refused.conflict("people.refused.alreadyHeld", displayName);
        }
        HeldMandate granted = new HeldMandate(this, pattern, kind, by, at);
        mandates.add(granted);
        touch(by, at);
        return granted;
    }

    HeldMandate end(UUID mandateId, @Nullable UUID by, Instant at) {
        HeldMandate mandate = mandate(mandateId);
        if (!mandate.isHeld()) {
            throw Refused.conflict("people.refused.alreadyEnded");
        }
        mandate.end(by, at);
        touch(by, at);
        return mandate;
    }

    List<HeldMandate> held() {
        return mandates.stream().filter(HeldMandate::isHeld).toList();
    }

    List<MandatePattern> everHeld() {
        return mandates.stream().map(HeldMandate::pattern).toList();
    }

    HeldMandate mandate(UUID mandateId) {
        return mandates.stream()
                .filter(candidate -> candidate.id().equals(mandateId))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("people.refused.noSuchMandate"));
    }

    String mainSignInName() {
        return signInNames.stream()
                .filter(SignInName::main)
                .findFirst()
                .map(SignInName::name)
                .orElseThrow();
    }

    /** What others know about the person: nothing of it makes a password. */
    List<String> ownTexts() {
        List<String> texts = new ArrayList<>(List.of(displayName));
        signInNames.forEach(name -> texts.add(name.name()));
        if (email != null) {
            texts.add(email);
        }
        return texts;
    }

    PersonId id() {
        return new PersonId(id);
    }

    String displayName() {
        return displayName;
    }

    PersonDetails details() {
        return new PersonDetails(displayName, email, telephone);
    }

    Preferences preferences() {
        return new Preferences(language, zone);
    }

    boolean mustChangePassword() {
        return mustChangePassword;
    }

    boolean isActive() {
        return active;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    long version() {
        return version == null ? 0 : version;
    }

    /** Makes every change of the person or the mandates a new version, so that nobody saves over another unseen. */
    private void touch(@Nullable UUID by, Instant at) {
        changedBy = by;
        changedAt = at;
    }
}
