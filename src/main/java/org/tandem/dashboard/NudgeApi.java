package org.tandem.dashboard;

import java.time.Instant;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.platform.CurrentPerson;

/** The nudge for machines. */
@RestController
@RequiredArgsConstructor
class NudgeApi {

    private final NudgeTask nudgeTask;
    private final CurrentPerson currentPerson;

    /** @param nextFrom from when on it can be nudged again */
    record Nudged(String task, String caseId, Instant nudgedAt, Instant nextFrom) {}

    @PostMapping("/api/tasks/{taskId}/nudge")
    Nudged nudge(@PathVariable String taskId) {
        NudgeTask.Nudged nudged = nudgeTask.nudge(taskId, currentPerson.get());
        return new Nudged(nudged.task().id(), nudged.task().caseId(), nudged.at(), nudged.nextFrom());
    }
}
