package org.tandem.models;

import java.util.Optional;
import java.util.Set;

/** Port: what the models lean on but do not hold themselves. Implemented by tasks, which knows people, limits and forms. */
public interface ModelContext {

    /** Expressions a candidate group may begin with, such as {@code groups.directorOf}. */
    Set<String> candidateGroups();

    /** Ids of the user tasks that have a step limit. */
    Set<String> stepLimits();

    /** Names of the delegate beans, such as {@code openVettingDelegate}. */
    Set<String> delegates();

    /** Ids of the user tasks that have code of their own. */
    Set<String> implementedTasks();

    /** Reads a form as the renderer would. */
    Optional<FormFault> faultOf(String file, String json);
}
