/** The diagram a case follows, with the steps done, the steps now and what can come next; in words and as a picture (D8). */
@NullMarked
package org.tandem.tasks.diagram;

import org.jspecify.annotations.NullMarked;
