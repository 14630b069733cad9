package org.tandem.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.tandem.people.MandatePattern;
import org.tandem.people.Roster;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.SignedIn;

/** The people of the demo roster, acting as in a request: their mandates are read from the database for each act. */
final class Cast {

    private final CurrentPerson currentPerson;
    private final Roster roster;
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Cast(Application application) {
        this.currentPerson = application.bean(CurrentPerson.class);
        this.roster = application.bean(Roster.class);
    }

    /** Sign-in name of somebody who holds this mandate. */
    String holder(String group) {
        return names.computeIfAbsent(group, unknown -> roster.holders(MandatePattern.parse(group)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody holds " + group))
                .signInName());
    }

    boolean isThere(String group) {
        return names.containsKey(group) || roster.anyoneHolds(MandatePattern.parse(group));
    }

    /** One request of somebody who holds this mandate. */
    <T> T as(String group, Function<SignedIn, T> act) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        holder(group), null, AuthorityUtils.NO_AUTHORITIES));
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            return act.apply(currentPerson.get());
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }
}
