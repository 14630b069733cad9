package org.tandem.tasks;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** Inbox against engine, for machines that watch over it. */
@RestController
@RequiredArgsConstructor
class ProjectionApi {

    private final ReconcileTasks reconcileTasks;
    private final CurrentPerson currentPerson;

    record Report(int size, ReconcileTasks.Difference difference) {}

    @GetMapping("/api/tasks/projection")
    Report difference() {
        return report(reconcileTasks.difference(currentPerson.get()));
    }

    /** Mends what differs and answers what that was. */
    @PostMapping("/api/tasks/projection")
    Report rebuild() {
        return report(reconcileTasks.rebuild(currentPerson.get()));
    }

    private static Report report(ReconcileTasks.Difference difference) {
        return new Report(difference.size(), difference);
    }
}
