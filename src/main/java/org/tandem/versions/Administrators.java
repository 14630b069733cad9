package org.tandem.versions;

import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Whose business versions are. */
final class Administrators {

    private Administrators() {}

    static void require(SignedIn who) {
        if (!who.isAdministrator()) {
            throw Refused.forbidden("models.refused.administratorsOnly");
        }
    }
}
