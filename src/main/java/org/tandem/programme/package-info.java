/** One joint programme from the idea on: its case, its register, and the spine that leads from proposal to the answer of a fund. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "people",
            "cases",
            "tasks",
            "tasks :: forms",
            "tasks :: starts",
            "tasks :: todo",
            "countries",
            "frameworks",
            "divergence",
            "funds",
            "selection",
            "proposal",
            "submission"
        })
@NullMarked
package org.tandem.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
