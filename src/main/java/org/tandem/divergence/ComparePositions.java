package org.tandem.divergence;

import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** Every side has stated its position: from here on they stand side by side for those concerned. */
@UseCase
@RequiredArgsConstructor
class ComparePositions {

    private final Divergences divergences;
    private final Cases cases;
    private final CaseHistory history;
    private final DivergenceMinutes minute;

    void compare(CaseId id) {
        Message words = Message.of("divergence.history.compared");
        history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
        minute.notice(cases.find(id).orElseThrow(), divergences.of(id).level(), words, null);
    }
}
