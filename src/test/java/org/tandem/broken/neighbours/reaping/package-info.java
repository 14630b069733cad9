/** Reaps. */
@ApplicationModule
package org.tandem.broken.neighbours.reaping;

import org.springframework.modulith.ApplicationModule;
