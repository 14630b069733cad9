package org.tandem.people;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;

/** All that can be done about people, in one hand for the edges. What rests on mandates is seen to after each change of them. */
@Component
@RequiredArgsConstructor
class ManagePeople {

    final CreatePerson create;
    final DescribePerson describe;
    final ResetPassword resetPassword;
    final DeactivatePerson deactivate;
    final ReactivatePerson reactivate;
    final GrantMandate grant;
    final EndMandate end;
    private final ApplicationEventPublisher events;

    MandatePattern grant(SignedIn by, PersonId id, long version, WantedMandate wanted, String why) {
        MandatePattern granted = grant.grant(by, id, version, wanted, why);
        seeTo(id);
        return granted;
    }

    void reactivate(SignedIn by, PersonId id, long version) {
        reactivate.reactivate(by, id, version);
        seeTo(id);
    }

    /** @return what else happened, one sentence each */
    List<Message> end(SignedIn by, PersonId id, long version, UUID mandate, String why) {
        end.end(by, id, version, mandate, why);
        return seeTo(id);
    }

    /** @return what else happened, one sentence each */
    List<Message> deactivate(SignedIn by, PersonId id, long version) {
        deactivate.deactivate(by, id, version);
        return seeTo(id);
    }

    private List<Message> seeTo(PersonId id) {
        RosterChanged changed = new RosterChanged(id.value());
        events.publishEvent(changed);
        return List.copyOf(changed.consequences());
    }
}
