package org.tandem.people;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.people.signin.Guess;
import org.tandem.people.signin.SignInThrottle;
import org.tandem.platform.Refused;
import org.tandem.platform.SignInBlocked;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A person replaces the password, knowing the present one; wrong ones are counted for the account, from wherever they come. */
@UseCase
@RequiredArgsConstructor
class ChangePassword {

    private final Persons persons;
    private final PersonChanges changes;
    private final PasswordEncoder encoder;
    private final PasswordStrength strength;
    private final SignInThrottle throttle;
    private final Clock clock;

    /** @param justTyped whether the present one was typed a moment ago: who has to choose the first one need not type it again */
    void change(SignedIn person, String present, String typed, String repeated, boolean justTyped) {
        Person self = persons.toChange(new PersonId(person.personId()));
        if (!justTyped || !self.mustChangePassword() || !present.isEmpty()) {
            checkPresent(self, present);
        }
        NewPassword password = NewPassword.of(typed, repeated);
        if (encoder.matches(password.text(), self.passwordHash())) {
            throw Refused.invalid("password", "people.refused.passwordSame");
        }
        strength.require(password, self);
        self.choosePassword(encoder.encode(password.text()), clock.instant());
        changes.add(self.id(), person.personId(), PersonChange.What.PASSWORD_CHOSEN);
    }

    private void checkPresent(Person self, String present) {
        String hash = self.passwordHash();
        if (hash == null) {
            throw Refused.conflict("people.refused.noPassword");
        }
        Guess guess = Guess.bySignedIn(self.mainSignInName());
        try {
            throttle.check(guess);
        } catch (SignInBlocked blocked) {
            long minutes = Math.max(1, blocked.waiting().toMinutes() + 1);
            throw Refused.invalid("present", "people.refused.blocked", minutes);
        }
        if (!encoder.matches(present, hash)) {
            throttle.failed(guess);
            throw Refused.invalid("present", "people.refused.passwordWrong");
        }
        throttle.succeeded(guess);
    }
}
