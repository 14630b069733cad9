/** Persons, what they may do (role × agency × scope), and the functions of the house that come from it. */
@ApplicationModule(allowedDependencies = {"platform", "search", "people.signin", "countries", "frameworks", "funds"})
@NullMarked
package org.tandem.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
