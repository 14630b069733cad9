package org.tandem.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.platform.AlreadyThere;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.platform.imports.ImportRun.Problem;
import org.tandem.platform.imports.ImportRun.Verdict;

/** Opens one row of a confirmed spreadsheet: what comes of it and the note that it is open, together or not at all. */
@UseCase
@RequiredArgsConstructor
class OpenRow {

    private final ImportRuns runs;

    /**
     * Does nothing when the row is done or somebody else is at it.
     *
     * @throws Refused when the rules say no by now; then {@link #settleRefused} is to be called
     */
    void open(SpreadsheetImport declared, UUID id, int number, SignedIn who) {
        runs.hold(id, number).ifPresent(row -> {
            declared.mayImport(who);
            List<String> opened = declared.open(new SentRow(number, row.cells(), new ArrayList<>()), who);
            runs.settle(id, number, Verdict.OPENED, List.of(), opened);
        });
    }

    void settleRefused(UUID id, int number, Refused refused) {
        if (refused instanceof AlreadyThere already) {
            runs.settle(id, number, Verdict.ALREADY, List.of(), List.of(already.id()));
        } else {
            runs.settle(id, number, Verdict.FAILED, List.of(Problem.of(refused)), List.of());
        }
    }
}
