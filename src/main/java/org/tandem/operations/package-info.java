/** What administrators have in the place of the engine's own web apps: failed jobs, cases at a stand, figures of this node. */
@ApplicationModule(allowedDependencies = {"platform", "people", "cases", "tasks", "tasks :: todo", "search"})
@NullMarked
package org.tandem.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
