package org.tandem.versions;

import java.util.List;
import org.tandem.models.difference.Change;

/**
 * Whose open task changes under their hands.
 *
 * @param step id of the step in the older version
 * @param kinds what changes about it; {@code REMOVED} when it goes
 */
record Notice(String step, String name, List<Change.Kind> kinds, List<Group> groups) {

    /** @param role code of the role; the agency's holders of it, in all their scopes */
    record Group(String role, String agency, long tasks, long persons) {}
}
