package org.tandem.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * A person may no longer sign in; the mandates rest until the person is active again.
 *
 * @param consequences listeners add what they did, one sentence each; shown to the administrator
 */
public record PersonDeactivated(
        UUID personId,
        List<MandatePattern> mandates,
        @Nullable UUID deactivatedBy,
        List<Message> consequences) {

    public PersonDeactivated(UUID personId, List<MandatePattern> mandates, @Nullable UUID deactivatedBy) {
        this(personId, mandates, deactivatedBy, new ArrayList<>());
    }
}
