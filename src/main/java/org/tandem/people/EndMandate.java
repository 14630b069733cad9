package org.tandem.people;

import java.time.Clock;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator, or a coordinator of the agency, ends a mandate; it stays on record. */
@UseCase
@RequiredArgsConstructor
class EndMandate {

    private final Persons persons;
    private final PersonChanges changes;
    private final Administrators administrators;
    private final MandateRights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    void end(SignedIn by, PersonId id, long version, UUID mandateId, String why) {
        rights.require(by);
        String reason = rights.reason(by, why);
        Person person = persons.toChange(id);
        person.expect(version);
        rights.requireMayEnd(by, person, person.mandate(mandateId).pattern());
        HeldMandate ended = person.end(mandateId, by.personId(), clock.instant());
        if (ended.pattern().role() == Role.ADMINISTRATOR) {
            administrators.keepOneBesides(id);
        }
        persons.flush();
        changes.add(
                id,
                by.personId(),
                PersonChange.What.MANDATE_ENDED,
                ended.pattern().group(),
                null,
                null,
                reason);
        events.publishEvent(new MandateEnded(mandateId, id.value(), ended.pattern(), by.personId()));
    }
}
