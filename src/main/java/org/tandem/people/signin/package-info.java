/** How a person gets in: passwords, throttle, identity providers, the first administrator, sessions. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.tandem.people.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
