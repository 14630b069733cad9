package org.tandem.people;

import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** An administrator, or a coordinator of the agency, gives a person a mandate that the data know. */
@UseCase
@RequiredArgsConstructor
class GrantMandate {

    private final Persons persons;
    private final PersonChanges changes;
    private final MandateRights rights;
    private final Scopes scopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MandatePattern grant(SignedIn by, PersonId id, long version, WantedMandate wanted, String why) {
        rights.require(by);
        String reason = rights.reason(by, why);
        Person person = persons.toChange(id);
        person.expect(version);
        MandatePattern pattern = scopes.check(wanted);
        rights.requireMayGrant(by, person, pattern);
        HeldMandate granted = person.grant(pattern, scopes.kindOf(pattern), by.personId(), clock.instant());
        persons.flush();
        changes.add(id, by.personId(), PersonChange.What.MANDATE_GRANTED, pattern.group(), null, null, reason);
        events.publishEvent(new MandateGranted(granted.id(), id.value(), pattern, by.personId()));
        return pattern;
    }
}
