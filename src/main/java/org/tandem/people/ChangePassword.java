package org.tandem.people;

import java.time.Clock;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.people.signin.SignInThrottle;
import org.tandem.platform.Refused;
import org.tandem.platform.SignInBlocked;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A person replaces the password, knowing the present one; guesses are throttled as at sign-in. */
@UseCase
class ChangePassword {

    private final Persons persons;
    private final PersonChanges changes;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final Clock clock;

    ChangePassword(
            Persons persons, PersonChanges changes, PasswordEncoder encoder, SignInThrottle throttle, Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.encoder = encoder;
        this.throttle = throttle;
        this.clock = clock;
    }

    void change(SignedIn person, String present, String typed, String repeated, String address) {
        Person self = persons.toChange(new PersonId(person.personId()));
        checkPresent(self, present, address);
        NewPassword password = NewPassword.of(typed, repeated, self.mainSignInName());
        if (password.text().equals(present)) {
            throw Refused.invalid("password", "people.refused.passwordSame");
        }
        self.choosePassword(encoder.encode(password.text()), clock.instant());
        changes.add(self.id(), person.personId(), PersonChange.What.PASSWORD_CHOSEN);
    }

    private void checkPresent(Person self, String present, String address) {
        String hash = self.passwordHash();
        if (hash == null) {
            throw Refused.conflict("people.refused.noPassword");
        }
        try {
            throttle.check(self.mainSignInName(), address);
        } catch (SignInBlocked blocked) {
            long minutes = Math.max(1, blocked.waiting().toMinutes() + 1);
            throw Refused.invalid("present", "people.refused.blocked", minutes);
        }
        if (!encoder.matches(present, hash)) {
            throttle.failed(self.mainSignInName(), address);
            throw Refused.invalid("present", "people.refused.passwordWrong");
        }
    }
}
