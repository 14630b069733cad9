package org.tandem.people;

import java.time.Clock;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator corrects how a person is called and reached. */
@UseCase
@RequiredArgsConstructor
class DescribePerson {

    private final Persons persons;
    private final PersonChanges changes;
    private final Administrators administrators;
    private final Clock clock;

    void describe(SignedIn by, PersonId id, long version, PersonDetails details) {
        administrators.require(by);
        Person person = persons.toChange(id);
        person.expect(version);
        PersonDetails old = person.details();
        if (old.equals(details)) {
            return;
        }
        refuseTaken(id, details);
        person.describe(details, by.personId(), clock.instant());
        if (!old.displayName().equals(details.displayName())) {
            note(by, id, "displayName", old.displayName(), details.displayName());
        }
        if (!String.valueOf(old.email()).equals(String.valueOf(details.email()))) {
            note(by, id, "email", orNothing(old.email()), orNothing(details.email()));
        }
        if (!Objects.equals(old.telephone(), details.telephone())) {
            note(by, id, "telephone", orNothing(old.telephone()), orNothing(details.telephone()));
        }
    }

    private void refuseTaken(PersonId id, PersonDetails details) {
        if (details.email() != null
                && persons.byEmail(details.email())
                        .filter(other -> !other.id().equals(id))
                        .isPresent()) {
            throw Refused.invalid("email", "people.refused.emailTaken");
        }
    }

    private void note(SignedIn by, PersonId id, String subject, String oldValue, String newValue) {
        changes.add(id, by.personId(), PersonChange.What.DESCRIBED, subject, oldValue, newValue);
    }

    private static String orNothing(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
