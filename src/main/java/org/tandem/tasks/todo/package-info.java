/** Ad-hoc work: a module, a sweep or an administrator asks a group or a person to see to something, as a task of their inbox. */
@NamedInterface("todo")
@NullMarked
package org.tandem.tasks.todo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
