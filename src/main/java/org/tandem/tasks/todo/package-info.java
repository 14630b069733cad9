/** Ad-hoc work: an administrator asks the coordinators of a case to see to it, as a task of their inbox. */
@NamedInterface("todo")
@NullMarked
package org.tandem.tasks.todo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
