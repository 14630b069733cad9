/** Draws a diagram with a counter-example of the soundness check on it, as a picture that any browser shows. */
@NamedInterface("drawing")
@NullMarked
package org.tandem.models.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
