/** The demo roster: everybody's part, made from the reference data alone, for trying Tandem out. */
@ApplicationModule(allowedDependencies = {"platform", "people", "people.signin", "countries", "frameworks", "funds"})
@NullMarked
package org.tandem.people.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
