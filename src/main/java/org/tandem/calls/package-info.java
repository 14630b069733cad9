/** Calls of the funds: who may change them does so by hand, those who write for one are told, and everybody sees who applies. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: forms",
            "tasks :: starts",
            "calendar",
            "countries",
            "frameworks",
            "funds",
            "proposal",
            "submission"
        })
@NullMarked
package org.tandem.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
