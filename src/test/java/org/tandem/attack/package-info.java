/** Attacks on the packaged application by everybody who can reach it: made from its own description, judged by what may never come back. */
@NullMarked
package org.tandem.attack;

import org.jspecify.annotations.NullMarked;
