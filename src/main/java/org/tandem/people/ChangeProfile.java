package org.tandem.people;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.web.LanguageKeeper;

/** A person chooses language, time zone and telephone in the profile, or the language alone in the header of any page. */
@UseCase
@RequiredArgsConstructor
class ChangeProfile implements LanguageKeeper {

    private final Persons persons;
    private final PersonChanges changes;
    private final Clock clock;

    /** @param telephone null when it stays as it is */
    void change(SignedIn person, long version, Preferences preferences, @Nullable String telephone) {
        Person self = persons.toChange(new PersonId(person.personId()));
        self.expect(version);
        prefer(self, preferences);
        if (telephone != null) {
            reachedAt(self, telephone);
        }
    }

    private void reachedAt(Person self, String telephone) {
        PersonDetails old = self.details();
        PersonDetails now = old.reachedAt(telephone);
        if (!old.equals(now)) {
            self.describe(now, self.id().value(), clock.instant());
            changes.add(
                    self.id(),
                    self.id().value(),
                    PersonChange.What.DESCRIBED,
                    "telephone",
                    Objects.requireNonNullElse(old.telephone(), ""),
                    Objects.requireNonNullElse(now.telephone(), ""));
        }
    }

    @Override
    public void keepLanguage(UUID personId, Locale language) {
        if (Preferences.LANGUAGES.contains(language.toLanguageTag())) {
            Person self = persons.toChange(new PersonId(personId));
            prefer(
                    self,
                    new Preferences(language.toLanguageTag(), self.preferences().zone()));
        }
    }

    /** What the browser says, accepted with one press. */
    void useZone(SignedIn person, String zone) {
        Person self = persons.toChange(new PersonId(person.personId()));
        prefer(self, new Preferences(self.preferences().language(), zone));
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
