package org.tandem.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * After sign-in back to the page asked for, never to a fragment, a file or another site. The browser remembers it in a
 * cookie, which may hold anything by the time it comes back.
 */
class ReturnAddress extends CookieRequestCache {

    private static final String COOKIE = "REDIRECT_URI";
    private static final int LONGEST = 2000;

    ReturnAddress() {
        setRequestMatcher(ReturnAddress::isPage);
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    private static boolean isPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                && !request.getRequestURI().endsWith("/error")
                && addressOf(request).length() <= LONGEST;
    }

    private static String addressOf(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return address(request)
                .filter(address -> address.startsWith(request.getContextPath() + "/"))
                .map(address -> address.substring(request.getContextPath().length()))
                .map(SimpleSavedRequest::new)
                .orElse(null);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        if (address(request).filter(addressOf(request)::equals).isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    private static Optional<String> address(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().length() > 2 * LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8))
                    .filter(LocalPath::isLocal);
        } catch (IllegalArgumentException junk) {
            return Optional.empty();
        }
    }
}
