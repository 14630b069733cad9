/** Open tasks: projected from the engine in its own transaction, who may see and do them, when they are due, their forms and drafts. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "countries", "frameworks", "models"})
@NullMarked
package org.tandem.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
