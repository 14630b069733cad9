/** Countries and agencies, and the region each agency files a country under. */
@ApplicationModule(allowedDependencies = {"platform", "search"})
@NullMarked
package org.tandem.countries;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
