/** Partnership frameworks: their areas, actions, indicators, running collaborations, assessments, versions and settings. */
@ApplicationModule(allowedDependencies = {"platform", "search", "countries"})
@NullMarked
package org.tandem.frameworks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
