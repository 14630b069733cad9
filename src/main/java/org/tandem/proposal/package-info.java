/** Two or more agencies write one proposal with one budget, review it, and clear the same version of it. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: drafts",
            "tasks :: forms",
            "tasks :: starts",
            "tasks :: todo",
            "countries",
            "frameworks",
            "divergence",
            "funds"
        })
@NullMarked
package org.tandem.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
