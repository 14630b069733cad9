package org.tandem.platform.imports;

import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Says yes to the good rows of a spreadsheet, once; or throws the spreadsheet away. */
@UseCase
@RequiredArgsConstructor
class ConfirmImport {

    private final ImportRuns runs;

    /** The second time it changes nothing. */
    void confirm(SpreadsheetImport declared, UUID id, SignedIn who) {
        ImportRun known = runs.of(declared, id, who);
        if (known.count("GOOD") == 0 && known.state() == ImportRun.State.CHECKED) {
            throw Refused.conflict("platform.import.refused.nothingGood");
        }
        runs.confirm(id);
    }

    void discard(SpreadsheetImport declared, UUID id, SignedIn who) {
        if (runs.of(declared, id, who).state() == ImportRun.State.RUNNING) {
            throw Refused.conflict("platform.import.refused.running");
        }
        runs.discard(id);
    }
}
