/** Reads reference data with the line of every value, and says which files have changed since they were last loaded. */
@NullMarked
package org.tandem.platform.reference;

import org.jspecify.annotations.NullMarked;
