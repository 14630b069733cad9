package org.tandem.cases;

import java.util.List;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;

/** Who may read the selection cases of a framework (D20). */
final class CaseReaders {

    private CaseReaders() {}

    static boolean mayRead(SignedIn reader, List<String> parties) {
        return reader.holds(Role.OBSERVER) || reader.isAdministrator() || reader.belongsToAny(parties);
    }
}
