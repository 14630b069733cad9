package org.tandem.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;
import org.tandem.platform.DatabaseTrouble;

/**
 * The error page for when nothing else works: it needs no session, no database, no template and no request that can be
 * read. Machines get the same as a problem document.
 */
class PlainPage {

    private static final int SECONDS_TO_WAIT = 5;
    private static final String AGAIN = "platform.problem.again";

    private final MessageSource messages;
    private final Languages languages;
    private final String style;
    private final ObjectMapper json = new ObjectMapper();

    PlainPage(MessageSource messages, Languages languages) {
        this.messages = messages;
        this.languages = languages;
        this.style = "/css/tandem-" + hash("static/css/tandem.css") + ".css";
    }

    /** As Spring names the file for browsers that keep it for good. */
    private static String hash(String file) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers instead of whoever could not. Nothing may have been sent yet. */
    void answer(
            Problem problem,
            List<String> typed,
            boolean readable,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.reset();
        String body = prepare(problem, typed, readable, request, response);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }

    /**
     * Sets status and headers.
     *
     * @param readable whether the address may be repeated
     * @return what is to be written, in UTF-8
     */
    String prepare(
            Problem problem,
            List<String> typed,
            boolean readable,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setStatus(problem.status().value());
        boolean later = problem.status() == HttpStatus.SERVICE_UNAVAILABLE;
        if (later) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(SECONDS_TO_WAIT));
        }
        Locale locale = localeOf(request);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (Refusals.isForMachine(String.valueOf(request.getRequestURI()))) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            return document(problem, readable ? Refusals.pathOf(request) : null, locale);
        }
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        return page(problem, typed, next(problem, later, "GET".equals(request.getMethod())), locale);
    }

    /** Of what the request says alone: whose it is would have to be looked up. */
    private Locale localeOf(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, ChosenLanguage.COOKIE))
                    .flatMap(cookie -> languages.find(cookie.getValue()))
                    .or(() -> request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                            ? Optional.empty()
                            : Collections.list(request.getLocales()).stream()
                                    .flatMap(locale -> languages.find(locale.toLanguageTag()).stream())
                                    .findFirst())
                    .orElse(Locale.ENGLISH);
        } catch (RuntimeException unreadable) {
            return Locale.ENGLISH;
        }
    }

    private String document(Problem problem, @Nullable String instance, Locale locale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", say("platform.problem.title." + Answers.textOf(problem.status()), locale));
        document.put("status", problem.status().value());
        document.put("detail", say(problem.words().key(), locale));
        if (instance != null) {
            document.put("instance", instance);
        }
        document.put("code", problem.words().key());
        try {
            return json.writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to do now. When the database gets into trouble in the middle, nobody can say whether it has taken what was sent. */
    private static String next(Problem problem, boolean later, boolean reads) {
        if (later && reads) {
            return AGAIN;
        }
        boolean unsure = Arrays.stream(DatabaseTrouble.values())
                .anyMatch(trouble -> Problems.of(trouble).words().equals(problem.words()));
        return unsure ? "platform.problem.unsure" : "platform.problem.next." + Answers.textOf(problem.status());
    }

    private String page(Problem problem, List<String> typed, String next, Locale locale) {
        String title = html("platform.problem.title." + Answers.textOf(problem.status()), locale);
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  %s<title>%s</title>
                  <link rel="stylesheet" href="%s">
                </head>
                <body>
                  <header class="bar"><div class="bar-in"><a class="brand" href="/"><span>%s</span></a></div></header>
                  <div class="frame"><div id="content" class="content"><main>
                    <h1>%s</h1>
                    <p class="lead">%s</p>
                    <p>%s</p>
                %s  </main></div></div>
                </body>
                </html>
                """.formatted(
                locale.toLanguageTag(),
                locale.equals(Languages.MIRRORED) ? "rtl" : "ltr",
                next.equals(AGAIN) ? "<meta http-equiv=\"refresh\" content=\"" + SECONDS_TO_WAIT + "\">\n  " : "",
                title,
                style,
                html("platform.product", locale),
                title,
                html(problem.words().key(), locale),
                html(next, locale),
                typed(typed, locale));
    }

    private String typed(List<String> typed, Locale locale) {
        if (typed.isEmpty()) {
            return "";
        }
        StringBuilder section = new StringBuilder("    <h2>" + html("platform.problem.typed", locale) + "</h2>\n"
                + "    <p class=\"hint\">" + html("platform.problem.typed.hint", locale) + "</p>\n");
        typed.forEach(text -> section.append(
                        "    <div class=\"field\"><textarea rows=\"6\" readonly dir=\"auto\" aria-label=\"")
                .append(html("platform.problem.typed", locale))
                .append("\">\n")
                .append(HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name()))
                .append("</textarea></div>\n"));
        return section.toString();
    }

    private String html(String key, Locale locale) {
        return HtmlUtils.htmlEscape(say(key, locale), StandardCharsets.UTF_8.name());
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, locale));
    }
}
