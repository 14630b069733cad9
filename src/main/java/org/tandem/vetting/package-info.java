/** The parties' Regional Directors, each for their own agency, decide on one country. Votes stay blind until all are in. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: drafts",
            "tasks :: forms",
            "countries",
            "frameworks",
            "divergence"
        })
@NullMarked
package org.tandem.vetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
