package org.tandem.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.tasks.OpenTask;
import org.tandem.tasks.PausedTasks;
import org.tandem.tasks.Tasks;

/** A coordinator of either party asks those a task waits on to look at it (S-038); decides nothing, and is on record. */
@UseCase
@RequiredArgsConstructor
class NudgeTask {

    private final Tasks tasks;
    private final Nudges nudges;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Roster roster;
    private final PausedTasks standingStill;
    private final Clock clock;

    /** @param nextFrom from when on it can be nudged again */
    record Nudged(OpenTask task, Instant at, Instant nextFrom) {}

    Nudged nudge(String taskId, SignedIn who) {
        OpenTask task = tasks.lockById(taskId, who);
        String agency = nudges.coordinated(task.framework(), who)
                .orElseThrow(() -> Refused.forbidden("dashboard.refused.coordinatorsOnly"));
        Instant now = clock.instant();
        refuseWhileItStandsStill(task);
        refuseSoonAfterTheLast(task, now);
        refuseWhenNobodyElseIsReached(task, who);
        nudges.add(taskId, who.personId(), now);
        tell(task, groups.coordinators(agency, task.framework()), who);
        return new Nudged(task, now, now.plus(Nudges.PAUSE));
    }

    private void refuseWhileItStandsStill(OpenTask task) {
        if (!standingStill.among(List.of(task)).isEmpty()) {
            throw Refused.conflict("dashboard.refused.standsStill");
        }
    }

    private void refuseSoonAfterTheLast(OpenTask task, Instant now) {
        nudges.last(task.id()).ifPresent(last -> {
            Instant next = Nudges.nextFrom(last.at(), now);
            if (next != null) {
                throw Refused.conflict(
                        "dashboard.refused.nudged",
                        MessageArgument.person(last.by()),
                        MessageArgument.time(last.at()),
                        MessageArgument.time(next));
            }
        });
    }

    private void refuseWhenNobodyElseIsReached(OpenTask task, SignedIn who) {
        boolean reaches = Stream.concat(
                        Stream.ofNullable(task.assignee()),
                        task.offers().stream()
                                .flatMap(group -> roster.holders(MandatePattern.parse(group)).stream())
                                .map(person -> person.id()))
                .anyMatch(person -> !person.equals(who.personId()));
        if (!reaches || who.personId().equals(task.assignee())) {
            throw Refused.conflict("dashboard.refused.nobodyElse");
        }
    }

    private void tell(OpenTask task, String actingAs, SignedIn who) {
        Message done = Message.of(
                "dashboard.history.nudged", MessageArgument.groups(task.offers()), MessageArgument.task(task.name()));
        history.add(task.caseOf(), CaseEntry.Kind.REMINDER, who.personId(), actingAs, done, null);
        Message asked = Message.of(
                "dashboard.notice.nudged", MessageArgument.person(who.personId()), MessageArgument.task(task.name()));
        task.offers().forEach(group -> history.tell(task.caseOf(), group, asked, who.personId()));
    }
}
