package org.tandem.platform.web;

import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why a sign-in failed, as far as the sign-in page says it; the name in small letters is the page's parameter. */
public enum SignInProblem {
    /** Name and password do not match, whichever it is. */
    ERROR,
    /** The one-time password was right but is too old. */
    EXPIRED,
    /** The identity provider knows the person, the roster does not. */
    UNKNOWN,
    /** The identity provider did not say who it is. */
    PROVIDER;

    public OAuth2AuthenticationException exception() {
        return new OAuth2AuthenticationException(new OAuth2Error(name()));
    }

    static SignInProblem of(AuthenticationException why) {
        if (why instanceof CredentialsExpiredException) {
            return EXPIRED;
        }
        if (why instanceof OAuth2AuthenticationException oauth) {
            return UNKNOWN.name().equals(oauth.getError().getErrorCode()) ? UNKNOWN : PROVIDER;
        }
        return ERROR;
    }
}
