/** Proves diagrams sound by playing the token game in every possible way; needs neither engine nor database. */
@NamedInterface("soundness")
@NullMarked
package org.tandem.models.soundness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
