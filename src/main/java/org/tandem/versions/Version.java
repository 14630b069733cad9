package org.tandem.versions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deployed version of a process.
 *
 * @param definition the engine's id
 * @param number counted by the engine from 1
 * @param tag version tag of the diagram; the same in two versions when only a form changed
 * @param deployment holds the diagram with the forms and decisions that were deployed with it
 */
record Version(
        String definition,
        String process,
        String name,
        int number,
        @Nullable String tag,
        String deployment,
        String file,
        Instant since) {

    /** As people call it: {@code 3 (1.2.0)}. */
    public String label() {
        return tag == null ? String.valueOf(number) : number + " (" + tag + ")";
    }
}
