package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/**
 * Port: the rules of a stage for its user tasks, found by their keys. What a task writes stands in its diagram
 * ({@link org.tandem.models.TaskDeclaration}); a task without rules needs no such code.
 */
public interface TaskWork {

    /** Ids of the user tasks in the diagram; also the forms'. */
    Set<String> taskKeys();

    /** Choices the form leaves to the data, by the form's {@code valuesKey}. */
    default Map<String, List<Option>> options(OpenTask task, SignedIn who) {
        return Map.of();
    }

    /** What conditions of the form may ask for beyond its own answers. */
    default Map<String, Object> facts(OpenTask task, SignedIn who) {
        return Map.of();
    }

    /** Further rules on who may do this task, e.g. four eyes; throws to refuse. */
    default void mayDo(OpenTask task, SignedIn who) {}

    /** Saves the decision in the running transaction; what the diagram declares is written by {@link TaskContext#complete}. */
    default void complete(TaskContext task, FormValues values) {
        task.complete(values);
    }
}
