/** What people begin of their own accord by filling in a form: declared by the modules, served from here (D28). */
@NamedInterface("starts")
@NullMarked
package org.tandem.tasks.starts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
