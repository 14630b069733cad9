package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
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

    /**
     * Further rules on who may do this task, e.g. four eyes: why this person may not, empty when they may. Doing a
     * task may newly exclude only who has done it: a rule by which it excludes others as well has to call {@link
     * AbandonedTasks} for those.
     */
    default Optional<Refused> obstacle(OpenTask task, SignedIn who) {
        return Optional.empty();
    }

    /**
     * Nobody is left who may do the task. A stage may move its process on; where it does not, the coordinators are asked to
     * name somebody.
     *
     * @return what the history says and the coordinators are told
     */
    default Message abandoned(OpenTask task) {
        return Message.of(
                "tasks.history.abandoned", MessageArgument.task(task.name()), MessageArgument.groups(task.offers()));
    }

    /** Somebody may do the task again. */
    default void possibleAgain(OpenTask task) {}

    /** Whether the task waits for somebody to be named, see {@link #rosterChanged}. */
    default boolean awaitsRoster() {
        return false;
    }

    /** Somebody has been named somewhere: a stage whose task waits for that may move its process on. */
    default void rosterChanged(OpenTask task) {}

    /** Saves the decision in the running transaction; what the diagram declares is written by {@link TaskContext#complete}. */
    default void complete(TaskContext task, FormValues values) {
        task.complete(values);
    }
}
