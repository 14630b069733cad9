package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/** Gives a browser that signs in a cookie, by which it is told from those that only guess. */
@RequiredArgsConstructor
class RememberBrowser implements SessionAuthenticationStrategy {

    static final HostCookie COOKIE = new HostCookie("tandem-browser", KnownBrowsers.KEPT_FOR);

    private final ObjectProvider<KnownBrowsers> browsers;

    @Override
    public void onAuthentication(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        browsers.ifAvailable(
                known -> COOKIE.set(request, response, known.remember(person.getName(), COOKIE.in(request))));
    }
}
