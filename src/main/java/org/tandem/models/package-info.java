/** Checks diagrams, decisions and forms before they reach the engine: what a rename in one place only would break. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.tandem.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
