/** What every case has: identity, parties, country, state, history, comments, attachments and notices, and who may read it. */
@ApplicationModule(allowedDependencies = {"platform", "search", "people", "countries", "frameworks", "funds"})
@NullMarked
package org.tandem.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
