package org.tandem.selection;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseId;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.selection.NominationImport.Problem;
import org.tandem.selection.NominationImport.Row;
import org.tandem.selection.NominationImport.Verdict;
import org.tandem.tasks.starts.LeadsToCase;

/** Starts one row of a confirmed spreadsheet: its cases and the note that they are open, together or not at all. */
@UseCase
@RequiredArgsConstructor
class OpenImportRow {

    private final NominationImports imports;
    private final ImportedRow importedRow;
    private final NominateCountry nominateCountry;

    /**
     * Does nothing when the row is done or somebody else is at it.
     *
     * @throws Refused when the rules say no by now; then {@link #settleRefused} is to be called
     */
    void open(UUID id, int number, SignedIn who) {
        imports.hold(id, number).ifPresent(row -> {
            List<CaseId> opened = nominateCountry.nominate(proposal(row), who);
            imports.settle(
                    id,
                    number,
                    Verdict.OPENED,
                    null,
                    opened.stream().map(CaseId::value).toList());
        });
    }

    void settleRefused(UUID id, int number, Refused refused) {
        if (refused instanceof LeadsToCase already) {
            imports.settle(id, number, Verdict.ALREADY, null, List.of(already.caseId()));
        } else {
            imports.settle(id, number, Verdict.FAILED, new Problem(refused.field(), refused.words()), List.of());
        }
    }

    void settleBroken(UUID id, int number) {
        Message words = Message.of("selection.import.problem.broken");
        imports.settle(id, number, Verdict.FAILED, new Problem(null, words), List.of());
    }

    private CheckedNomination proposal(Row row) {
        NominationInput input = importedRow.read(row.cells()).input();
        return input.checked(ImportedRow.key(input.checked(null)));
    }
}
