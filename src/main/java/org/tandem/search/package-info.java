/** The search box over everything: who has something to be found writes it here and stays the judge of who may find it. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.tandem.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
