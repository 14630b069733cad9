package org.tandem.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator, or a coordinator for their agency, adds a person, who signs in with a one-time password and holds no mandate yet. */
@UseCase
@RequiredArgsConstructor
class CreatePerson {

    static final Duration ONE_TIME_PASSWORD_LASTS = Duration.ofDays(7);

    private final Persons persons;
    private final PersonChanges changes;
    private final MandateRights rights;
    private final PasswordEncoder encoder;
    private final Clock clock;

    PasswordIssue create(SignedIn by, String signInName, PersonDetails details) {
        rights.require(by);
        SignInName name = SignInName.main(signInName);
        refuseTaken(name, details);
        Instant now = clock.instant();
        OneTimePassword password = OneTimePassword.until(now.plus(ONE_TIME_PASSWORD_LASTS));
        Person person = new Person(PersonId.fresh(), name, details, by.personId(), now);
        person.issueOneTimePassword(encoder.encode(password.text()), password.expiresAt(), by.personId(), now);
        persons.save(person);
        persons.flush();
        changes.add(person.id(), by.personId(), PersonChange.What.CREATED, name.name(), null, details.displayName());
        return new PasswordIssue(person.id(), name.name(), password);
    }

    private void refuseTaken(SignInName name, PersonDetails details) {
        if (persons.bySignInName(name.name()).isPresent()) {
            throw Refused.invalid("signInName", "people.refused.nameTaken", name.name());
        }
        if (details.email() != null && persons.byEmail(details.email()).isPresent()) {
            throw Refused.invalid("email", "people.refused.emailTaken");
        }
    }
}
