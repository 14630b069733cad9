package org.tandem.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.Refused;
import org.tandem.platform.SignInBlocked;

/** What security answers when it says no: a problem document to machines, the error page to people. */
@Component
@RequiredArgsConstructor
class Refusals {

    /** Under this request attribute the error page finds the {@link Refused} it is to explain. */
    static final String REFUSED = Refused.class.getName();

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (DatabaseTrouble.of(why).isPresent()) {
            throw why; // nobody knows yet who it is
        }
        if (why instanceof SignInBlocked blocked) {
            long seconds = secondsOf(blocked.waiting());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problem(request, response, HttpStatus.TOO_MANY_REQUESTS, "platform.security.blocked", minutesOf(seconds));
            return;
        }
        if (isFromScript(request)) { // a browser would ask for name and password itself
            problem(request, response, HttpStatus.UNAUTHORIZED, "platform.security.signedOut");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tandem\", charset=\"UTF-8\"");
        String key = why instanceof CredentialsExpiredException
                ? "platform.security.oneTimeExpired"
                : "platform.security.signIn";
        problem(request, response, HttpStatus.UNAUTHORIZED, key);
    }

    /** The page was opened before its reader signed in or out: what it sent is given back. */
    void sentFromAnOldPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean nobody =
                !isForMachine(request) && SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody && isFromScript(request)) {
            problem(request, response, HttpStatus.UNAUTHORIZED, "platform.security.signedOut");
            return;
        }
        giveBack(request, response, nobody ? "platform.security.signedOut" : "platform.security.stale");
    }

    void giveBack(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        SentAgain.in(request).ifPresent(again -> request.setAttribute(SentAgain.NAME, again));
        forbidden(request, response, key);
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        if (isForMachine(request) || isFromScript(request)) {
            problem(request, response, HttpStatus.FORBIDDEN, key);
            return;
        }
        Refused refused = Refused.forbidden(key);
        request.setAttribute(REFUSED, refused);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refused);
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** A page's script asks, and its page stays: it is told in data, and never sent to another page. */
    static boolean isFromScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    static boolean isForMachine(HttpServletRequest request) {
        return isForMachine(pathOf(request));
    }

    static boolean isForMachine(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.equals("/actuator")
                || path.startsWith("/actuator/");
    }

    /** The path asked for, also while the error about it is being told. */
    static String pathOf(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed.toString();
        return uri.substring(request.getContextPath().length());
    }

    static long secondsOf(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    static long minutesOf(long seconds) {
        return Math.max(1, (seconds + 59) / 60);
    }

    private void problem(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key, Object... args)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("detail", messages.getMessage(key, args, key, locales.resolveLocale(request)));
        body.put("code", key);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), body);
    }
}
