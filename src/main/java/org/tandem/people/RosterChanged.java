package org.tandem.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tandem.platform.Message;

/**
 * Mandates of a person began or ended, and it is committed: whoever keeps work that rests on mandates may see to it now, in
 * transactions of its own.
 *
 * @param consequences listeners add what they did, one sentence each; shown to whoever changed the mandates
 */
public record RosterChanged(UUID personId, List<Message> consequences) {

    RosterChanged(UUID personId) {
        this(personId, new ArrayList<>());
    }
}
