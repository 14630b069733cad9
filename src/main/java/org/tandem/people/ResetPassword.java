package org.tandem.people;

import java.time.Clock;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tandem.people.signin.Sessions;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator issues a new one-time password; the old one and all open sessions end. */
@UseCase
@RequiredArgsConstructor
class ResetPassword {

    private final Persons persons;
    private final PersonChanges changes;
    private final Administrators administrators;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final Clock clock;

    PasswordIssue reset(SignedIn by, PersonId id, long version) {
        administrators.require(by);
        Person person = persons.toChange(id);
        person.expect(version);
        Instant now = clock.instant();
        OneTimePassword password = OneTimePassword.until(now.plus(CreatePerson.ONE_TIME_PASSWORD_LASTS));
        person.issueOneTimePassword(encoder.encode(password.text()), password.expiresAt(), by.personId(), now);
        changes.add(id, by.personId(), PersonChange.What.PASSWORD_ISSUED);
        sessions.endAll(person.mainSignInName());
        return new PasswordIssue(id, person.mainSignInName(), password);
    }
}
