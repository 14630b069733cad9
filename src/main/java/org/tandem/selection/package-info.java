/** Countries jointly identified by the parties of a framework, and the list of those selected. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: forms",
            "tasks :: starts",
            "countries",
            "frameworks",
            "vetting",
            "divergence"
        })
@NullMarked
package org.tandem.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
