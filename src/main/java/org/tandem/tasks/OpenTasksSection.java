package org.tandem.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;

/** Who holds the pen on a case, since when, and whether it is the reader. */
@Component
@RequiredArgsConstructor
class OpenTasksSection implements CaseSection {

    private final Tasks tasks;
    private final TaskHolder holder;
    private final PausedTasks standingStill;
    private final Clock clock;

    record Pen(OpenTask task, String holder, boolean yours, String timeliness) {}

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        List<OpenTask> open = tasks.openOf(view.caseId());
        Set<String> still = standingStill.among(open);
        List<Pen> pens = open.stream()
                .map(task -> new Pen(
                        task,
                        holder.of(task),
                        Tasks.offeredTo(task, reader),
                        still.contains(task.id()) ? PausedTasks.WORD : task.timeliness(clock.instant())))
                .toList();
        return pens.isEmpty() ? null : pens;
    }
}
