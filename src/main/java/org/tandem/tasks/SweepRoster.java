package org.tandem.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.countries.RegionChanges;
import org.tandem.people.RosterChanged;
import org.tandem.platform.LastRuns;
import org.tandem.platform.Message;

/**
 * Looks at the open tasks that rest on what has changed in the roster: the first cases at once, while whoever changed it waits
 * for the answer, all others in the background. Each case is a transaction of its own; every node may do it (D30).
 */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
@Slf4j
public class SweepRoster {

    /** As it is called in {@link LastRuns}. */
    public static final String WORK = "roster";

    /** What is looked at before somebody gets an answer. */
    private static final int AT_ONCE = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int PAGE = 100;

    /** Others want to work by the clock, too. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final RosterChanges changes;
    private final LookAtCase lookAtCase;
    private final RegionChanges regions;
    private final LastRuns lastRuns;

    @EventListener
    void on(RosterChanged event) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long later = changes.of(event.personId()).stream()
                .flatMap(change -> look(change, AT_ONCE, end, event.consequences()).stream())
                .mapToLong(changes::count)
                .sum();
        if (later > 0) {
            event.consequences().add(Message.of("tasks.consequence.later", later));
        }
    }

    @Scheduled(fixedDelayString = "${tandem.roster.every:PT5S}", initialDelayString = "${tandem.sweep.first:PT20S}")
    public void sweep() {
        long end = System.nanoTime() + LONGEST.toNanos();
        regions.take(changes::moved);
        for (RosterChange change : changes.waiting()) {
            Optional<RosterChange> rest = Optional.of(change);
            while (rest.isPresent() && !isOver(end)) {
                rest = look(rest.get(), PAGE, end, new ArrayList<>());
            }
        }
        lastRuns.ran(WORK, null);
    }

    /** @return what is left to look at; nothing when that was all */
    private Optional<RosterChange> look(RosterChange change, int most, long end, List<Message> done) {
        List<CaseId> cases = changes.cases(change, most);
        RosterChange rest = change;
        for (CaseId id : cases) {
            if (isOver(end)) {
                break;
            }
            look(id, change, done);
            rest = rest.after(id);
        }
        if (cases.size() < most && (cases.isEmpty() || rest.isAt(cases.get(cases.size() - 1)))) {
            changes.lookedThrough(rest);
            return Optional.empty();
        }
        changes.lookedAt(rest);
        return Optional.of(rest);
    }

    private void look(CaseId id, RosterChange change, List<Message> done) {
        try {
            done.addAll(lookAtCase.look(id, change));
        } catch (RuntimeException failed) {
            LOG.warn("Case {} is looked at again later: {}", id, failed.toString());
            changes.lookLater(id);
        }
    }

    private static boolean isOver(long end) {
        return System.nanoTime() - end > 0;
    }
}
