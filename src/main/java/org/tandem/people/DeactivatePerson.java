package org.tandem.people;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.people.signin.Sessions;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator shuts somebody out; the mandates rest and what was claimed goes back to the others. */
@UseCase
@RequiredArgsConstructor
class DeactivatePerson {

    private final Persons persons;
    private final PersonChanges changes;
    private final Administrators administrators;
    private final Sessions sessions;
    private final CalendarLinks calendars;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    void deactivate(SignedIn by, PersonId id, long version) {
        administrators.require(by);
        administrators.keepOneBesides(id);
        Person person = persons.toChange(id);
        person.expect(version);
        person.deactivate(by.personId(), clock.instant());
        persons.flush();
        changes.add(id, by.personId(), PersonChange.What.DEACTIVATED);
        sessions.endAll(person.mainSignInName());
        calendars.revoke(id.value());
        List<MandatePattern> resting =
                person.held().stream().map(HeldMandate::pattern).toList();
        events.publishEvent(new PersonDeactivated(id.value(), resting, by.personId()));
    }
}
