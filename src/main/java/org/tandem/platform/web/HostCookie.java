package org.tandem.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that no script reads and no other site sends. Over https its name has the prefix with which browsers take a
 * cookie from this very host only: neither a neighbour in the domain nor a page without encryption can plant one.
 *
 * @param keptFor null: as long as the browser is open
 */
record HostCookie(String plainName, @Nullable Duration keptFor) {

    private static final String THIS_HOST_ONLY = "__Host-";
    private static final int LONGEST = 100;

    @Nullable
    String in(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, name(request));
        return cookie == null
                        || cookie.getValue().isEmpty()
                        || cookie.getValue().length() > LONGEST
                ? null
                : cookie.getValue();
    }

    void set(HttpServletRequest request, HttpServletResponse response, String value) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .maxAge(keptFor == null ? Duration.ofSeconds(-1) : keptFor)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return request.isSecure() ? THIS_HOST_ONLY + plainName : plainName;
    }
}
