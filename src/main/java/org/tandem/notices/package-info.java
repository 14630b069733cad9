/** What goes out by mail: once a day, to whoever has an address, what waits for them. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "tasks"})
@NullMarked
package org.tandem.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
