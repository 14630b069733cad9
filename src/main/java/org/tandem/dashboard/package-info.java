/** Coordinators' overview: how many countries, divergences and tasks there are, the list behind each number, and a nudge. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "tasks", "countries", "frameworks"})
@NullMarked
package org.tandem.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
