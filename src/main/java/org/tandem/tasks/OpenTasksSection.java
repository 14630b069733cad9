package org.tandem.tasks;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** On whom a case waits, or what came up on it, since when; and what the reader can do about it, or why not. Tasks that nobody can do come last. */
@Component
@RequiredArgsConstructor
class OpenTasksSection implements CaseSection {

    private final Tasks tasks;
    private final Cases cases;
    private final CaseReaders readers;
    private final TaskObstacles obstacles;
    private final TaskHolder holder;
    private final PausedTasks standingStill;
    private final Clock clock;

    /** @param obstacle why the reader, who is asked, cannot do it at this moment */
    record Pen(
            OpenTask task,
            String holder,
            boolean yours,
            @Nullable Message obstacle,
            String timeliness) {}

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
        List<OpenTask> open = tasks.openOnOrBelow(view.caseId());
        Set<String> still = standingStill.among(open);
        List<Pen> pens = open.stream()
                .flatMap(task -> caseOf(task, view)
                        .filter(of -> readers.mayRead(reader, of))
                        .map(of -> pen(task, still.contains(task.id()), of, reader))
                        .stream())
                .sorted(Comparator.comparing(pen -> pen.timeliness().equals(PausedTasks.WORD)))
                .toList();
        return pens.isEmpty() ? null : pens;
    }

    private Optional<CaseView> caseOf(OpenTask task, CaseView view) {
        return task.caseId().equals(view.id()) ? Optional.of(view) : cases.find(task.caseOf());
    }

    private Pen pen(OpenTask task, boolean still, CaseView of, SignedIn reader) {
        boolean yours = Tasks.offeredTo(task, reader);
        return new Pen(
                task,
                holder.of(task),
                yours,
                yours ? obstacles.of(task, of, reader).map(Refused::words).orElse(null) : null,
                still ? PausedTasks.WORD : task.timeliness(clock.instant()));
    }
}
