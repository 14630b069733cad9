/** The whole road in a real browser: what people do, in the words they read. */
@NullMarked
package org.tandem.journeys;

import org.jspecify.annotations.NullMarked;
