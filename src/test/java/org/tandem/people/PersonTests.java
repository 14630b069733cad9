package org.tandem.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandem.platform.Refused;

class PersonTests {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final UUID ADMIN = UUID.randomUUID();
    static final MandatePattern DIRECTOR = MandatePattern.parse("regional-director:ILO:AFRICA");

    Person person;

    @BeforeEach
    void create() {
        person = new Person(
                PersonId.fresh(),
                SignInName.main("Somebody.New"),
                new PersonDetails(" ILO director ", ""),
                ADMIN,
                NOON);
    }

    @Test
    void signsInWithSmallLettersAndWithoutWhatCannotBeSeen() {
        assertThat(SignInName.main("\ufeffSomebody.New\u200b\u00a0").name()).isEqualTo("somebody.new");
        assertThat(person.mainSignInName()).isEqualTo("somebody.new");
    }

    @Test
    void holdsAMandateOnce() {
        person.grant(DIRECTOR, ADMIN, NOON);

        assertThatThrownBy(() -> person.grant(DIRECTOR, ADMIN, NOON)).satisfies(refusal("people.refused.alreadyHeld"));
        assertThat(person.held()).extracting(HeldMandate::pattern).containsExactly(DIRECTOR);
    }

    @Test
    void mayHoldAMandateAgainAfterItEnded() {
        UUID first = person.grant(DIRECTOR, ADMIN, NOON).id();
        person.end(first, ADMIN, NOON);

        person.grant(DIRECTOR, ADMIN, NOON);

        assertThat(person.held()).hasSize(1);
        assertThatThrownBy(() -> person.end(first, ADMIN, NOON)).satisfies(refusal("people.refused.alreadyEnded"));
    }

    @Test
    void refusesToEndWhatItDoesNotHold() {
        assertThatThrownBy(() -> person.end(UUID.randomUUID(), ADMIN, NOON))
                .satisfies(refusal("people.refused.noSuchMandate"));
    }

    @Test
    void takesNothingNewWhileDeactivated() {
        person.deactivate(ADMIN, NOON);

        assertThatThrownBy(() -> person.grant(DIRECTOR, ADMIN, NOON)).satisfies(refusal("people.refused.inactive"));
        assertThatThrownBy(() -> person.issueOneTimePassword("hash", NOON, ADMIN, NOON))
                .satisfies(refusal("people.refused.inactive"));
        assertThatThrownBy(() -> person.deactivate(ADMIN, NOON)).satisfies(refusal("people.refused.alreadyInactive"));
        person.reactivate(ADMIN, NOON);
        assertThatThrownBy(() -> person.reactivate(ADMIN, NOON)).satisfies(refusal("people.refused.alreadyActive"));
    }

    @Test
    void refusesAStaleVersion() {
        assertThatThrownBy(() -> person.expect(7)).isInstanceOf(PersonChanged.class);
    }

    @Test
    void refusesNamesThatCannotBeReadOrTyped() {
        assertThatThrownBy(() -> new PersonDetails("  ", null)).satisfies(refusal("people.refused.nameMissing"));
        assertThatThrownBy(() -> new PersonDetails("a\u202Eb", null))
                .satisfies(refusal("people.refused.nameUnreadable"));
        assertThatThrownBy(() -> new PersonDetails("x".repeat(121), null))
                .satisfies(refusal("people.refused.nameTooLong"));
        assertThatThrownBy(() -> new PersonDetails("x", "not an address")).satisfies(refusal("people.refused.email"));
        assertThatThrownBy(() -> new PersonDetails("x", null, "call me"))
                .satisfies(refusal("people.refused.telephone"));
        assertThat(new PersonDetails("x", null, " +41 22 799 6111 ").telephone())
                .isEqualTo("+41 22 799 6111");
        assertThatThrownBy(() -> SignInName.main("a b")).satisfies(refusal("people.refused.signInName"));
        assertThatThrownBy(() -> SignInName.main("a".repeat(101))).satisfies(refusal("people.refused.signInName"));
    }

    @Test
    void refusesPasswordsThatAreShortOrCutShort() {
        assertThatThrownBy(() -> NewPassword.of("short", "short")).satisfies(refusal("people.refused.passwordShort"));
        assertThatThrownBy(() -> NewPassword.of("é".repeat(37), "")).satisfies(refusal("people.refused.passwordLong"));
        assertThatThrownBy(() -> NewPassword.of("\u200b short  \n", ""))
                .satisfies(refusal("people.refused.passwordShort"));
        assertThatThrownBy(() -> NewPassword.of("correct horse", "correct house"))
                .satisfies(refusal("people.refused.passwordsDiffer"));
    }

    @Test
    void speaksLanguagesThatAreCompleteInZonesThatExist() {
        assertThatThrownBy(() -> new Preferences("xx", "UTC")).satisfies(refusal("people.refused.language"));
        assertThatThrownBy(() -> new Preferences("fr", "Mars/Base")).satisfies(refusal("people.refused.zone"));
        assertThat(ProfilePages.zones()).contains("UTC", "Asia/Ho_Chi_Minh").noneMatch(zone -> zone.startsWith("Etc/"));
    }

    @Test
    void readsCandidateGroups() {
        assertThat(DIRECTOR.group()).isEqualTo("regional-director:ILO:AFRICA");
        assertThatThrownBy(() -> MandatePattern.parse("regional-director:ILO"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MandatePattern.parse("king:ILO:WORLD")).isInstanceOf(IllegalArgumentException.class);
    }

    private static java.util.function.Consumer<Throwable> refusal(String key) {
        return thrown -> assertThat(((Refused) thrown).words().key()).isEqualTo(key);
    }
}
