package org.tandem.operations;

import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Why something about the running of Tandem cannot be seen or done. */
final class OperationsRefused {

    private OperationsRefused() {}

    static void unlessAdministrator(SignedIn person) {
        if (!person.isAdministrator()) {
            throw Refused.forbidden("operations.refused.administratorsOnly");
        }
    }

    /** It succeeded meanwhile, by itself or because a colleague tried it again. */
    static Refused settled() {
        return Refused.conflict("operations.refused.settled");
    }

    static Refused noCase() {
        return Refused.conflict("operations.refused.noCase");
    }

    static Refused unknownSubject() {
        return Refused.invalid("about", "operations.refused.about");
    }
}
