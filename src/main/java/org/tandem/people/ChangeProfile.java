package org.tandem.people;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A person chooses language and time zone. */
@UseCase
class ChangeProfile {

    private final Persons persons;
    private final PersonChanges changes;
    private final Clock clock;

    ChangeProfile(Persons persons, PersonChanges changes, Clock clock) {
        this.persons = persons;
        this.changes = changes;
        this.clock = clock;
    }

    void change(SignedIn person, long version, Preferences preferences) {
        Person self = persons.toChange(new PersonId(person.personId()));
        self.expect(version);
        prefer(self, preferences);
    }

    /** The language chosen in the header of any page. */
    void speak(UUID personId, Locale language) {
        if (Preferences.LANGUAGES.contains(language.toLanguageTag())) {
            Person self = persons.toChange(new PersonId(personId));
            prefer(
                    self,
                    new Preferences(language.toLanguageTag(), self.preferences().zone()));
        }
    }

    private void prefer(Person self, Preferences preferences) {
        Preferences old = self.preferences();
        if (old.equals(preferences)) {
            return;
        }
        self.prefer(preferences, clock.instant());
        changes.add(
                self.id(),
                self.id().value(),
                PersonChange.What.PREFERENCES_CHANGED,
                null,
                old.language() + ", " + old.zone(),
                preferences.language() + ", " + preferences.zone());
    }
}
