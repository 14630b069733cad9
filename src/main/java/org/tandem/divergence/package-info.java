/** Diverging approaches climb from country to region to the joint mechanism, with both positions on record, and are settled there. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: forms",
            "tasks :: starts",
            "countries",
            "frameworks"
        })
@NullMarked
package org.tandem.divergence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
