package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What is asked of an identity provider, kept in a session of its own for the minutes until somebody comes back. */
class PassingAuthorizationRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private final HttpSessionOAuth2AuthorizationRequestRepository requests =
            new HttpSessionOAuth2AuthorizationRequestRepository();

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return requests.loadAuthorizationRequest(request);
    }

    @Override
    public void saveAuthorizationRequest(
            OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        requests.saveAuthorizationRequest(asked, request, response);
        HttpSession session = request.getSession(false);
        if (isOfNobody(session)) {
            session.setMaxInactiveInterval((int) KEPT_FOR.toSeconds());
        }
    }

    /** Sign-in begins a session anew, with the usual time. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = requests.removeAuthorizationRequest(request, response);
        HttpSession session = request.getSession(false);
        if (asked != null && isOfNobody(session)) {
            session.invalidate();
        }
        return asked;
    }

    private static boolean isOfNobody(@Nullable HttpSession session) {
        return session != null && session.getAttribute(SessionPerson.NAME) == null;
    }
}
