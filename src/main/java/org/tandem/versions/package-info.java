/** Which versions of the processes run, what is different in the newest one, and taking running cases there. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "models",
            "models :: soundness",
            "models :: difference",
            "tasks",
            "cases",
            "people"
        })
@NullMarked
package org.tandem.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
