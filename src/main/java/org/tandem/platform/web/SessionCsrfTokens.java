package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Keeps the token against forged requests: of a person in the session, as plain text, so that no class ends up in the
 * database; of somebody not signed in, and for the sign-in form, in a cookie, so that no visitor leaves a session.
 *
 * <p>The cookie's token shows only that a form was opened in the browser that sends it. It is not signed: whoever could
 * plant a cookie could as well ask us for a signed one and plant that. Against planting stands {@link HostCookie}. It is
 * worth nothing after sign-in, when the session gets a token of its own; it stays for the sign-in form in another tab and
 * for signing in again.
 */
class SessionCsrfTokens implements CsrfTokenRepository {

    private static final String ATTRIBUTE = "csrf";
    private static final HostCookie COOKIE = new HostCookie("tandem-form", null);

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID().toString());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = sessionOfPerson(request);
        if (token == null) {
            if (session != null) {
                session.removeAttribute(ATTRIBUTE);
            }
        } else if (session == null || isSignIn(request)) {
            COOKIE.set(request, response, token.getToken());
        } else {
            session.setAttribute(ATTRIBUTE, token.getToken());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = sessionOfPerson(request);
        String value =
                session == null || isSignIn(request) ? COOKIE.in(request) : (String) session.getAttribute(ATTRIBUTE);
        return value == null ? null : token(value);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return Refusals.pathOf(request).equals("/login");
    }

    private static @Nullable HttpSession sessionOfPerson(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null || session.getAttribute(SessionPerson.NAME) == null ? null : session;
    }

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
    }
}
