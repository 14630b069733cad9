package org.tandem.divergence;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.UseCase;

/** A divergence arrives at a level: is there somebody on every side? */
@UseCase
@RequiredArgsConstructor
class OpenLevel {

    private final Divergences divergences;
    private final Cases cases;
    private final CandidateGroups groups;
    private final Roster roster;
    private final CaseHistory history;
    private final DivergenceMinutes minute;
    private final Clock clock;

    /** @param missing parties for which nobody on the roster can act at this level */
    record Opened(Level level, List<String> missing) {}

    Opened open(CaseId id) {
        Divergence divergence = divergences.of(id);
        Level level = divergence.level();
        boolean arrives = divergence.stays().stream().noneMatch(stay -> stay.level() == level);
        divergence.openLevel(clock.instant());
        divergences.saveAndFlush(divergence);
        cases.move(id, divergence.state().name(), null);
        CaseView view = cases.find(id).orElseThrow();
        List<String> missing = missing(view, level);
        if (arrives) {
            Message words = Message.of("divergence.history.level." + level);
            history.add(id, CaseEntry.Kind.STEP, null, null, words, null);
            minute.notice(view, level, words, null);
        }
        missing.forEach(party -> history.add(
                id,
                CaseEntry.Kind.ROSTER,
                null,
                null,
                Message.of("divergence.history.nobody", MessageArgument.groups(side(view, level, party))),
                null));
        return new Opened(level, missing);
    }

    List<String> missing(CaseView view, Level level) {
        return cases.parties(view.framework()).stream()
                .filter(party -> Stream.of(side(view, level, party).split(","))
                        .noneMatch(group -> roster.anyoneHolds(MandatePattern.parse(group))))
                .toList();
    }

    private String side(CaseView view, Level level, String party) {
        return groups.sideAt(level.name(), party, view.framework(), view.areaKey(), view.country());
    }
}
