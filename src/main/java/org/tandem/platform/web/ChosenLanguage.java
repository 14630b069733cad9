package org.tandem.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import org.tandem.platform.SignedIn;

/**
 * The language of a request: the one asked for in the address, of the profile, of the cookie, of the browser, English.
 * Machines say theirs with each request; a pseudo-locale, chosen for a test, holds for everything.
 */
@RequiredArgsConstructor
class ChosenLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "tandem-language";

    private final Languages languages;
    private final Reader reader;

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return languages
                .find(asked(request))
                .or(() -> Refusals.isForMachine(request) ? ofBrowser(request) : Optional.empty())
                .or(() -> ofCookie(request).filter(Languages::isPseudo))
                .or(this::ofProfile)
                .or(() -> ofCookie(request))
                .or(() -> ofBrowser(request))
                .orElse(Locale.ENGLISH);
    }

    private static @Nullable String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.contains(PARAMETER + "=") ? request.getParameter(PARAMETER) : null;
    }

    private Optional<Locale> ofProfile() {
        return reader.find().map(SignedIn::locale).flatMap(locale -> languages.find(locale.toLanguageTag()));
    }

    private Optional<Locale> ofCookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : languages.find(cookie.getValue());
    }

    private Optional<Locale> ofBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> languages.find(locale.toLanguageTag()).stream())
                .findFirst();
    }

    /** Keeps what {@code ?lang=} asked for, when it is a language there is. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        languages.find(asked(request)).ifPresent(language -> setLocale(request, response, language));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        ResponseCookie cookie = ResponseCookie.from(COOKIE, locale.toLanguageTag())
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
