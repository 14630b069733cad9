package org.tandem.tasks;

import java.util.List;
import java.util.Map;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;

/** Port: what a stage does when one of its user tasks is completed. One implementation per user task, found by its key. */
public interface TaskWork {

    /** Id of the user task in the diagram; also the form's. */
    String taskKey();

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

    /** Whether the work goes on while one side has paused the case. */
    default boolean worksWhileSuspended() {
        return false;
    }

    /** Whether the work goes on while the case waits for a divergence to be settled. */
    default boolean worksWhileWaiting() {
        return false;
    }

    /** Saves the decision and tells the process, in the running transaction. */
    void complete(OpenTask task, FormValues values, SignedIn who);
}
