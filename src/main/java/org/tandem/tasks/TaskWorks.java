package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        return byKey.values().stream()
                .filter(TaskWork::worksWhileSuspended)
                .map(TaskWork::taskKey)
                .toArray(String[]::new);
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
