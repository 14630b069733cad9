package org.tandem.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.ModelAndView;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.edge.ClientRefused;

/** Tells a {@link Problem}: an error page to people, a problem document (RFC 9457) to machines. */
@RequiredArgsConstructor
@Slf4j
class Answers {

    /** Shorter values are quickly typed again; what is long is given back. */
    private static final int WORTH_KEEPING = 12;

    /** Ids and codes, which nobody typed. */
    private static final Pattern TOKEN = Pattern.compile("[\\w.:-]+");

    private static final Set<String> STATUS_TEXTS =
            Set.of("400", "403", "404", "405", "406", "408", "409", "413", "415", "422", "429", "500", "503");

    /** Both say that what was asked for is not HTTP as we speak it: the fault is not ours. */
    private static final Set<HttpStatus> NOT_OURS =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    private final Translator translator;

    Object answer(
            Problem problem, @Nullable Throwable thrown, HttpServletRequest request, HttpServletResponse response) {
        FewAtOnce.giveBack(request);
        String errorId = isOurs(problem, thrown, request) ? log(problem, thrown, request) : null;
        if (thrown instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
        }
        return Refusals.isForMachine(request) || Refusals.isFromScript(request)
                ? document(problem, errorId, request)
                : page(problem, errorId, request);
    }

    /** A refusal is no fault, also when the same may work in a moment. */
    private static boolean isOurs(Problem problem, @Nullable Throwable thrown, HttpServletRequest request) {
        return problem.status().is5xxServerError()
                && request.getAttribute(ClientRefused.NOTE) == null
                && ExceptionUtils.indexOfType(thrown, Refused.class) < 0;
    }

    private static String log(Problem problem, @Nullable Throwable thrown, HttpServletRequest request) {
        String errorId = UUID.randomUUID().toString().substring(0, 8);
        String path = Refusals.pathOf(request);
        LOG.error(
                "Error {}: {} {} answered {}",
                errorId,
                request.getMethod(),
                path,
                problem.status().value(),
                thrown);
        return errorId;
    }

    private ResponseEntity<Map<String, Object>> document(
            Problem problem, @Nullable String errorId, HttpServletRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", translator.say("platform.problem.title." + textOf(problem.status())));
        body.put("status", problem.status().value());
        body.put("detail", translator.say(problem.words()));
        body.put("instance", Refusals.pathOf(request));
        body.put("code", problem.words().key());
        putIfPresent(body, "field", problem.field());
        putIfPresent(body, "errorId", errorId);
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors().stream().map(this::item).toList());
        }
        body.putAll(problem.members());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static void putIfPresent(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private Map<String, String> item(Problem.Item item) {
        return Map.of("field", item.field(), "code", item.code(), "detail", sentence(item));
    }

    private String sentence(Problem.Item item) {
        return item.message() != null ? item.message() : translator.say(new Message(item.code(), List.of(item.args())));
    }

    private ModelAndView page(Problem problem, @Nullable String errorId, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("platform/error", problem.status());
        page.addObject("status", textOf(problem.status()));
        page.addObject("sentence", translator.say(problem.words()));
        page.addObject("errorId", errorId);
        page.addObject(
                "errors",
                problem.errors().stream()
                        .map(item -> new FieldMessage(
                                null, item.field() + translator.say("platform.colon") + " " + sentence(item)))
                        .toList());
        page.addObject("back", back(request).orElse(null));
        SentAgain again = (SentAgain) request.getAttribute(SentAgain.NAME);
        page.addObject("again", again);
        page.addObject("typed", again == null ? typed(request) : again.texts());
        page.addObject("about", again == null ? textOf(problem.status()) : "again");
        return page;
    }

    static String textOf(HttpStatus status) {
        String text = Integer.toString(status.value());
        boolean theirs = status.is4xxClientError() || NOT_OURS.contains(status);
        return STATUS_TEXTS.contains(text) ? text : theirs ? "400" : "500";
    }

    /** The page the browser came from, when it is one of ours. */
    private static Optional<String> back(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI from = referer == null ? URI.create("") : URI.create(referer);
            if (!request.getServerName().equals(from.getHost()) || !LocalPath.isLocal(from.getRawPath())) {
                return Optional.empty();
            }
            String query = from.getRawQuery() == null ? "" : "?" + from.getRawQuery();
            return Optional.of(from.getRawPath() + query);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** What was typed into a form that could not be taken, so that it can be copied; never a password. */
    static List<String> typed(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod()) || isAboutPasswords(Refusals.pathOf(request))) {
            return List.of();
        }
        return typed(fields(request));
    }

    static List<String> typed(Map<String, String[]> fields) {
        return fields.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_") && !isAboutPasswords(entry.getKey()))
                .flatMap(entry -> List.of(entry.getValue()).stream())
                .filter(value -> value.length() > WORTH_KEEPING
                        && !LocalPath.isLocal(value)
                        && !TOKEN.matcher(value).matches())
                .toList();
    }

    private static Map<String, String[]> fields(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (RequestRejectedException unfit) {
            return Map.of();
        }
    }

    static boolean isAboutPasswords(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.contains("password") || small.contains("login") || small.contains("sign-in");
    }

    static @Nullable Integer statusOf(HttpServletRequest request) {
        return (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    }
}
