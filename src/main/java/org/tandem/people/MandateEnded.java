package org.tandem.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * A mandate ended; whatever rested on it is settled by listeners in the same transaction.
 *
 * @param consequences listeners add what they did, one sentence each; shown to the administrator
 */
public record MandateEnded(
        UUID mandateId,
        UUID personId,
        MandatePattern pattern,
        @Nullable UUID endedBy,
        List<Message> consequences) {

    public MandateEnded(UUID mandateId, UUID personId, MandatePattern pattern, @Nullable UUID endedBy) {
        this(mandateId, personId, pattern, endedBy, new ArrayList<>());
    }

    public String group() {
        return pattern.group();
    }
}
