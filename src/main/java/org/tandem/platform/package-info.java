/** What every module may use: the use-case mark, refusals, the clock, the signed-in person, engine, database and web shell. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package org.tandem.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
