package org.tandem.tasks;

import java.time.Clock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.web.StageLine;

/** A step of a stage line that somebody holds at the moment: who, since when, until when, and whether it is late. */
@Component
public class HeldStep {

    private final Roster roster;
    private final PausedTasks standingStill;
    private final Clock clock;

    HeldStep(Roster roster, PausedTasks standingStill, Clock clock) {
        this.roster = roster;
        this.standingStill = standingStill;
        this.clock = clock;
    }

    /** @param label translated */
    public StageLine.Step of(int stage, @Nullable String agency, String label, OpenTask task) {
        boolean late = standingStill.timeliness(task, clock.instant()).equals("OVERDUE");
        return new StageLine.Step(
                stage,
                agency,
                label,
                late ? StageLine.Status.OVERDUE : StageLine.Status.NOW,
                holder(task),
                task.createdAt(),
                task.dueAt());
    }

    private String holder(OpenTask task) {
        if (task.assignee() != null) {
            return roster.nameOf(task.assignee());
        }
        return task.offers().stream()
                .map(group -> roster.describe(MandatePattern.parse(group), LocaleContextHolder.getLocale()))
                .collect(Collectors.joining(", "));
    }
}
