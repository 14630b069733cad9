package org.tandem.people;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.people.signin.FirstSignIns;
import org.tandem.people.signin.Sessions;
import org.tandem.platform.Refused;
import org.tandem.platform.UseCase;

/** Somebody with a one-time link chooses the first password. */
@UseCase
@RequiredArgsConstructor
class ChooseFirstPassword {

    private final FirstSignIns links;
    private final Persons persons;
    private final PersonChanges changes;
    private final PasswordEncoder encoder;
    private final PasswordStrength strength;
    private final Sessions sessions;
    private final Clock clock;

    /** The name to sign in with, for the page of the link. */
    String signInNameFor(String token) {
        return links.personOf(token)
                .map(id -> persons.get(new PersonId(id)).mainSignInName())
                .orElseThrow(ChooseFirstPassword::spent);
    }

    void choose(String token, String typed, String repeated) {
        PersonId id = links.personOf(token).map(PersonId::new).orElseThrow(ChooseFirstPassword::spent);
        Person person = persons.toChange(id);
        NewPassword password = NewPassword.of(typed, repeated);
        strength.require(password, person);
        links.use(token).orElseThrow(ChooseFirstPassword::spent);
        person.choosePassword(encoder.encode(password.text()), clock.instant());
        sessions.endAll(person.mainSignInName());
        changes.add(id, id.value(), PersonChange.What.PASSWORD_CHOSEN);
    }

    private static Refused spent() {
        return Refused.notFound("people.refused.link");
    }
}
