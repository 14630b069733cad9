/** A cleared proposal goes to one call of a fund and comes back with its answer; what happens outside is recorded here. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: forms",
            "tasks :: starts",
            "funds",
            "selection",
            "proposal"
        })
@NullMarked
package org.tandem.submission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
