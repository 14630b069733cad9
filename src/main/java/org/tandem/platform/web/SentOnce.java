package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.tandem.platform.Refused;

/**
 * What a page sends counts once, however often its button is pressed while the answer is on its way: the same content from
 * the same page leads where the first has led. The row is written before the work and says afterwards where that led; a
 * node that dies in between leaves a row nobody waits for longer than {@link #PATIENCE}.
 */
@Component
@RequiredArgsConstructor
class SentOnce {

    /** Nobody presses twice so late, and a page that comes back from the browser's memory may mean it. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final JdbcClient jdbc;
    private final Clock clock;

    HandlerInterceptor interceptor() {
        return new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws IOException {
                return begin(request, response);
            }

            @Override
            public void afterCompletion(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable Exception failure) {
                end(request, response);
            }
        };
    }

    private boolean begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UUID sent = contentOf(request);
        if (sent == null || isFirst(sent)) {
            request.setAttribute(SentOnce.class.getName(), sent);
            return true;
        }
        response.sendRedirect(ledTo(sent));
        return false;
    }

    /** Only what has changed something leads elsewhere; a form that is shown again may be sent again. */
    private void end(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(SentOnce.class.getName()) instanceof UUID sent) {
            String ledTo = response.getStatus() / 100 == 3 ? response.getHeader(HttpHeaders.LOCATION) : null;
            String sql = ledTo == null
                    ? "delete from tandem.sent_form where id = :id"
                    : "update tandem.sent_form set led_to = :to where id = :id";
            jdbc.sql(sql).param("id", sent).param("to", ledTo).update();
        }
    }

    private boolean isFirst(UUID sent) {
        return jdbc.sql("""
                        insert into tandem.sent_form as s (id, sent_at) values (:id, :now)
                        on conflict (id) do update set sent_at = excluded.sent_at, led_to = null where s.sent_at < :old""")
                        .param("id", sent)
                        .param("now", utc(clock.instant()))
                        .param("old", utc(clock.instant().minus(REMEMBERED)))
                        .update()
                == 1;
    }

    private String ledTo(UUID sent) {
        for (long looked = 0; looked < PATIENCE.toMillis(); looked += LOOK_EVERY.toMillis()) {
            Optional<Optional<String>> row = jdbc.sql("select led_to from tandem.sent_form where id = :id")
                    .param("id", sent)
                    .query((found, number) -> Optional.ofNullable(found.getString(1)))
                    .optional();
            if (row.isEmpty()) {
                break; // the first was refused
            }
            if (row.get().isPresent()) {
                return row.get().get();
            }
            pause();
        }
        throw Refused.conflict("platform.refused.sentTwice");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refused.conflict("platform.refused.sentTwice");
        }
    }

    /** Page, person's browser, address and all that was typed; drafts are saved over and over. */
    private static @Nullable UUID contentOf(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())
                || OpenedPage.of(request) == null
                || request.getRequestURI().endsWith("/draft")) {
            return null;
        }
        StringBuilder content = new StringBuilder(request.getRequestURI());
        new TreeMap<>(request.getParameterMap())
                .forEach((name, values) ->
                        content.append('\0').append(name).append('\1').append(Arrays.toString(values)));
        if (request instanceof MultipartRequest files) {
            files.getMultiFileMap().values().stream().flatMap(List::stream).forEach(file -> content.append('\0')
                    .append(file.getOriginalFilename())
                    .append(file.getSize()));
        }
        return UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forget() {
        jdbc.sql("delete from tandem.sent_form where sent_at < :old")
                .param("old", utc(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
