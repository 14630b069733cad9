/** The ordinary work of the joint mechanism: country teams ask for support, one party answers, and whoever asked says whether it helped. */
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
package org.tandem.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
