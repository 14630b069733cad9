package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** Taking a task, giving it back, handing it to a colleague who could do it too (S-034). */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class ClaimTask {

    private final Tasks tasks;
    private final TaskTable table;
    private final PossiblePersons possible;
    private final TaskWorks works;
    private final ObjectProvider<TaskService> engineTasks;
    private final Clock clock;

    /** Claiming what is already yours changes nothing: a double click is not an error. */
    public OpenTask claim(String taskId, SignedIn who) {
        OpenTask task = offered(taskId, who);
        if (who.personId().equals(task.assignee())) {
            return task;
        }
        if (task.assignee() != null) {
            throw TaskRefused.claimedBy(task.assignee().toString(), String.valueOf(task.claimedAt()));
        }
        works.of(task).obstacle(task, who).ifPresent(refused -> {
            throw refused;
        });
        return assign(task, who.personId(), clock.instant());
    }

    public OpenTask release(String taskId, SignedIn who) {
        OpenTask task = offered(taskId, who);
        if (!who.personId().equals(task.assignee())) {
            throw TaskRefused.notClaimedByYou();
        }
        return assign(task, null, null);
    }

    /** @param field name of the input that named the colleague, for the refusal */
    public OpenTask handOver(String taskId, UUID colleague, String field, SignedIn who) {
        OpenTask task = offered(taskId, who);
        if (task.assignee() != null && !who.personId().equals(task.assignee())) {
            throw TaskRefused.claimedBy(task.assignee().toString(), String.valueOf(task.claimedAt()));
        }
        if (!possible.isOne(task, colleague)) {
            throw TaskRefused.cannotTake(field);
        }
        return assign(task, colleague, clock.instant());
    }

    /** What somebody has just done may keep them from another task of the case: they hold it no longer. */
    void giveBackWhatIsBarred(CaseId id, SignedIn who) {
        table.openOf(id.value()).stream()
                .filter(task -> who.personId().equals(task.assignee()))
                .filter(task -> works.of(task).obstacle(task, who).isPresent())
                .forEach(task -> assign(task, null, null));
    }

    private OpenTask offered(String taskId, SignedIn who) {
        OpenTask task = tasks.lockById(taskId, who);
        if (!Tasks.offeredTo(task, who)) {
            throw TaskRefused.withOthers(String.join(",", task.offers()));
        }
        return task;
    }

    private OpenTask assign(
            OpenTask task,
            @org.jspecify.annotations.Nullable UUID person,
            @org.jspecify.annotations.Nullable Instant at) {
        table.assign(task.id(), person, at);
        engineTasks.getObject().setAssignee(task.id(), person == null ? null : person.toString());
        return table.find(task.id()).orElseThrow(TaskRefused::unknown);
    }
}
