/** Says in words what is different between two versions of a diagram, element by element; needs neither engine nor database. */
@NamedInterface("difference")
@NullMarked
package org.tandem.models.difference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
