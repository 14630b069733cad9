package org.tandem.platform.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Port: keeps which browsers signed in to which accounts. Implemented by people.signin. */
public interface KnownBrowsers {

    Duration KEPT_FOR = Duration.ofDays(180);

    /**
     * @param token what the browser was known by so far, if it says so
     * @return what it is known by from now on
     */
    String remember(String mainSignInName, @Nullable String token);
}
