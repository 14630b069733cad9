/** Task forms: read from the Camunda form file, rendered and checked on the server from that same file (D7). */
@NamedInterface("forms")
@NullMarked
package org.tandem.tasks.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
