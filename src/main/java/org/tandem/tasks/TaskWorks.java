package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All the work there is for user tasks, by task key. */
@Component
class TaskWorks {

    private final Map<String, TaskWork> byKey;

    TaskWorks(List<TaskWork> works) {
        this.byKey = works.stream().collect(Collectors.toMap(TaskWork::taskKey, Function.identity()));
    }

    /** Keys of the tasks that go on while one side has paused their case. */
    String[] goingOnWhileSuspended() {
        return keys(TaskWork::worksWhileSuspended);
    }

    /** Keys of the tasks that go on while their case waits for a divergence. */
    String[] goingOnWhileWaiting() {
        return keys(TaskWork::worksWhileWaiting);
    }

    private String[] keys(Predicate<TaskWork> which) {
        return byKey.values().stream().filter(which).map(TaskWork::taskKey).toArray(String[]::new);
    }

    /** @throws IllegalStateException when a diagram has a user task nobody implements */
    TaskWork of(OpenTask task) {
        TaskWork work = byKey.get(task.key());
        if (work == null) {
            throw new IllegalStateException("nothing implements the user task " + task.key());
        }
        return work;
    }
}
