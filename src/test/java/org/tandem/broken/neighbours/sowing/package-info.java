/** Sows, and knows no neighbour. */
@ApplicationModule(allowedDependencies = {})
package org.tandem.broken.neighbours.sowing;

import org.springframework.modulith.ApplicationModule;
