package org.tandem.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** All the work there is for user tasks, by task key. */
@Component
class TaskWorks {

    private static final TaskWork PLAIN = Set::of;

    private final Map<String, TaskWork> byKey = new HashMap<>();
    private final TaskDeclarations declarations;

    TaskWorks(List<TaskWork> works, TaskDeclarations declarations) {
        works.forEach(work -> work.taskKeys().forEach(key -> byKey.put(key, work)));
        this.declarations = declarations;
    }

    /** Keys of the tasks that wait for somebody to be named. */
    String[] awaitingRoster() {
        return byKey.entrySet().stream()
                .filter(work -> work.getValue().awaitsRoster())
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    boolean knows(String taskKey) {
        return byKey.containsKey(taskKey) || declarations.knows(taskKey);
    }

    /** @throws IllegalStateException when a diagram has a user task that nothing is known about */
    TaskWork of(OpenTask task) {
        TaskWork work = byKey.get(task.key());
        if (work == null && declarations.of(task).isEmpty()) {
            throw new IllegalStateException("nothing says what the user task " + task.key() + " writes");
        }
        return work == null ? PLAIN : work;
    }
}
