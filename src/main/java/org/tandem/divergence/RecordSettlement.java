package org.tandem.divergence;

import java.time.Clock;
import java.util.List;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.platform.Words;

/** What every side accepted becomes the outcome, goes on the record, and is written back to where it came from. */
@UseCase
class RecordSettlement {

    private final Divergences divergences;
    private final Matters matters;
    private final Cases cases;
    private final HeldUp heldUp;
    private final CaseHistory history;
    private final Minute minute;
    private final Clock clock;

    RecordSettlement(
            Divergences divergences,
            Matters matters,
            Cases cases,
            HeldUp heldUp,
            CaseHistory history,
            Minute minute,
            Clock clock) {
        this.divergences = divergences;
        this.matters = matters;
        this.cases = cases;
        this.heldUp = heldUp;
        this.history = history;
        this.minute = minute;
        this.clock = clock;
    }

    Outcome settle(CaseId id) {
        CaseView view = cases.find(id).orElseThrow();
        List<String> parties = cases.parties(view.framework());
        Divergence divergence = divergences.of(id);
        divergence.settle(parties, clock.instant());
        divergences.saveAndFlush(divergence);
        Outcome outcome = divergence.outcome();
        cases.move(id, divergence.state().name(), outcome.name());
        Words words = Words.of("divergence.history.settled." + outcome);
        history.add(id, CaseEntry.Kind.DECISION, null, null, words, divergence.settledText());
        minute.notice(view, divergence.level(), words, null);
        CaseView matter = cases.find(divergence.matter()).orElseThrow();
        Words back = Words.of("divergence.history.matter." + outcome, id.value());
        history.add(divergence.matter(), CaseEntry.Kind.DECISION, null, null, back, divergence.settledText());
        heldUp.goesOn(divergence.matter());
        matters.of(matter, divergence.subject())
                .settled(
                        matter,
                        new Settlement(
                                id, divergence.subject(), outcome, divergence.resolution(), divergence.settledText()));
        return outcome;
    }
}
