package org.tandem.selection;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Says yes to the good rows of a spreadsheet, once; or throws the spreadsheet away. */
@UseCase
@RequiredArgsConstructor
class ConfirmImport {

    private final NominationImports imports;

    /** The second time it changes nothing. */
    NominationImport confirm(UUID id, SignedIn who) {
        NominationImport known = imports.of(id, who.personId());
        if (known.count("GOOD") == 0 && known.state() == NominationImport.State.CHECKED) {
            throw Refused.conflict("selection.import.refused.nothingGood");
        }
        imports.confirm(id);
        return imports.of(id, who.personId());
    }

    void discard(UUID id, SignedIn who) {
        NominationImport known = imports.of(id, who.personId());
        if (known.state() == NominationImport.State.RUNNING) {
            throw Refused.conflict("selection.import.refused.running");
        }
        imports.discard(id);
    }
}
