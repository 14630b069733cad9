/** Funds, calls and windows, their rules and dates; and the markers proposals carry. */
@ApplicationModule(allowedDependencies = {"platform", "search", "countries"})
@NullMarked
package org.tandem.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
