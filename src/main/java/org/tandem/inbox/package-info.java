/** Pages only: what waits for me, why I see it, until when, and what changed since my last look. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "tasks", "countries", "frameworks"})
@NullMarked
package org.tandem.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
