package org.tandem.platform;

import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The person behind the present request, looked up once per request. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CurrentPerson {

    private static final String CACHE = CurrentPerson.class.getName();

    private final SignedInPersons persons;

    /** @throws Refused with kind FORBIDDEN when nobody is signed in */
    public SignedIn get() {
        return find().orElseThrow(() -> Refused.forbidden("platform.refused.signIn"));
    }

    public Optional<SignedIn> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Optional.of(persons.bySignInName(authentication.getName()));
        }
        String key = CACHE + authentication.getName();
        SignedIn known = (SignedIn) request.getAttribute(key, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = persons.bySignInName(authentication.getName());
            request.setAttribute(key, known, RequestAttributes.SCOPE_REQUEST);
        }
        return Optional.of(known);
    }
}
