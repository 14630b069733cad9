package org.tandem.people;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator lets somebody in again; the mandates that rested take effect again. */
@UseCase
@RequiredArgsConstructor
class ReactivatePerson {

    private final Persons persons;
    private final PersonChanges changes;
    private final Administrators administrators;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    void reactivate(SignedIn by, PersonId id, long version) {
        administrators.require(by);
        Person person = persons.toChange(id);
        person.expect(version);
        person.reactivate(by.personId(), clock.instant());
        persons.flush();
        changes.add(id, by.personId(), PersonChange.What.REACTIVATED);
        for (HeldMandate mandate : person.held()) {
            events.publishEvent(new MandateGranted(mandate.id(), id.value(), mandate.pattern(), by.personId()));
        }
    }
}
