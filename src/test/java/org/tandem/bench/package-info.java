/** {@code make bench}: how fast Tandem is against what one would use instead, both measured in the same run. */
@NullMarked
package org.tandem.bench;

import org.jspecify.annotations.NullMarked;
