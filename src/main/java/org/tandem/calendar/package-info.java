/** What has a date for a person, as a calendar that programs subscribe to by a secret link; modules contribute the entries. */
@ApplicationModule(allowedDependencies = {"platform", "people"})
@NullMarked
package org.tandem.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
