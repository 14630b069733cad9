package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tandem.cases.CaseId;
import org.tandem.people.PersonName;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.RenderedForm;

/** Tasks for machines: the same forms, rules and rights as the pages. */
@RestController
@RequiredArgsConstructor
class TaskApi {

    private static final String ADDRESS = "/api/{module:[a-z]+}/" + CaseId.PATH + "/{taskKey:[a-z][A-Za-z]+}";

    private final TaskReading reading;
    private final CompleteTask completeTask;
    private final ClaimTask claimTask;
    private final TaskDrafts drafts;
    private final Tasks tasks;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    record TaskForm(
            OpenTask task, String path, String timeliness, RenderedForm form, String why, List<PersonName> others) {}

    record Completed(String task, String caseId, String state) {}

    record HandOver(UUID colleague) {}

    @GetMapping(ADDRESS)
    TaskForm form(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(required = false) @Nullable String task) {
        TaskReading.Reading read = reading.read(new CaseId(caseId), taskKey, task, currentPerson.get());
        requireModule(read.task(), module);
        if (read.obstacle() != null) {
            throw read.obstacle();
        }
        return new TaskForm(
                read.task(), "/api" + read.task().path(), read.timeliness(), read.form(), read.why(), read.others());
    }

    /** Completes the task with the values of its form, as one JSON object. */
    @PostMapping(ADDRESS)
    Completed complete(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(required = false) @Nullable String task,
            @RequestBody Map<String, Object> values) {
        SignedIn who = currentPerson.get();
        CaseId id = new CaseId(caseId);
        FormInput sent = FormInput.ofValues(values);
        try {
            requireModule(tasks.forDoing(id, taskKey, task, who), module);
            OpenTask done = completeTask.complete(id, taskKey, task, sent, who);
            return new Completed(done.id(), done.caseId(), OpenTask.State.DONE.name());
        } catch (Refused refused) {
            throw reading.changed(id, taskKey, sent, refused, who)
                    .map(change -> refused.telling(Map.of("changed", change.model())))
                    .orElse(refused);
        }
    }

    @PutMapping(ADDRESS + "/draft")
    Map<String, Instant> draft(
            @PathVariable String module,
            @PathVariable String caseId,
            @PathVariable String taskKey,
            @RequestParam(required = false) @Nullable String task,
            @RequestBody Map<String, Object> values) {
        SignedIn who = currentPerson.get();
        OpenTask meant = tasks.forDoing(new CaseId(caseId), taskKey, task, who);
        requireModule(meant, module);
        return Map.of(
                "savedAt",
                drafts.save(meant, who.personId(), FormInput.ofValues(values).asMap()));
    }

    @PostMapping("/api/tasks/{taskId}/claim")
    OpenTask claim(@PathVariable String taskId) {
        return claimTask.claim(taskId, currentPerson.get());
    }

    @DeleteMapping("/api/tasks/{taskId}/claim")
    OpenTask release(@PathVariable String taskId) {
        return claimTask.release(taskId, currentPerson.get());
    }

    @PostMapping("/api/tasks/{taskId}/hand-over")
    OpenTask handOver(@PathVariable String taskId, @RequestBody HandOver handOver) {
        if (handOver.colleague() == null) {
            throw TaskRefused.cannotTake("colleague");
        }
        return claimTask.handOver(taskId, handOver.colleague(), "colleague", currentPerson.get());
    }

    private static void requireModule(OpenTask task, String module) {
        if (!task.module().equals(module)) {
            throw TaskRefused.unknown();
        }
    }
}
