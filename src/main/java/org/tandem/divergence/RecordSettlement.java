package org.tandem.divergence;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.UseCase;

/** What every side accepted becomes the outcome, goes on the record, and is written back to where it came from. */
@UseCase
@RequiredArgsConstructor
class RecordSettlement {

    private final Divergences divergences;
    private final DisputedCases matters;
    private final Cases cases;
    private final BlockedCase heldUp;
    private final CaseHistory history;
    private final DivergenceMinutes minute;
    private final Clock clock;

    Outcome settle(CaseId id) {
        CaseView view = cases.find(id).orElseThrow();
        List<String> parties = cases.parties(view.framework());
        Divergence divergence = divergences.of(id);
        divergence.settle(parties, clock.instant());
        divergences.saveAndFlush(divergence);
        Outcome outcome = divergence.outcome();
        cases.move(id, divergence.state().name(), outcome.name());
        Message words = Message.of("divergence.history.settled." + outcome);
        history.add(id, CaseEntry.Kind.DECISION, null, null, words, divergence.settledText());
        minute.notice(view, divergence.level(), words, null);
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        Message back = Message.of("divergence.history.matter." + outcome, id.value());
        history.add(divergence.matter(), CaseEntry.Kind.DECISION, null, null, back, divergence.settledText());
        heldUp.goesOn(divergence.matter());
        matters.of(matter, divergence.subject())
                .settled(
                        matter,
                        new Settlement(
                                id,
                                divergence.subject(),
                                outcome,
                                divergence.resolution(),
                                divergence.settledText(),
                                divergence.shares()));
        return outcome;
    }
}
