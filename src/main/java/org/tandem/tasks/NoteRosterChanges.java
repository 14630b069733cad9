package org.tandem.tasks;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tandem.people.MandateEnded;
import org.tandem.people.MandateGranted;
import org.tandem.people.PersonDeactivated;

/** Keeps every change of the roster in its own transaction, so that what rests on it is looked at, whatever happens then. */
@Component
@RequiredArgsConstructor
class NoteRosterChanges {

    private final RosterChanges changes;

    @EventListener
    void on(MandateEnded event) {
        changes.left(event.pattern(), event.personId());
    }

    @EventListener
    void on(PersonDeactivated event) {
        event.mandates().forEach(mandate -> changes.left(mandate, event.personId()));
    }

    @EventListener
    void on(MandateGranted event) {
        changes.joined(event.pattern(), event.personId());
    }
}
