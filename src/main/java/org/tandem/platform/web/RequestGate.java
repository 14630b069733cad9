package org.tandem.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tandem.platform.DatabaseTrouble;
import org.tandem.platform.edge.ClientLimits;
import org.tandem.platform.edge.ClientRefused;

/**
 * First and last of the filters. Nobody behind it sees a body that is too large, too slow or cannot be read: the server
 * drops the fields of such a form, and security would miss its token and speak of a stale page. And nobody needs the
 * database to say that it does not answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@RequiredArgsConstructor
@Slf4j
class RequestGate extends OncePerRequestFilter {

    /** Set by the server when it could not read the fields of a form. */
    private static final String UNREAD = "org.apache.catalina.parameter_parse_failed_reason";

    private static final List<HttpMethod> WITHOUT_BODY = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final ClientLimits limits;
    private final PlainPage page;

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse safe = new SafeResponse(response);
        HttpStatus refused = request.getDispatcherType() == DispatcherType.REQUEST ? refused(request) : null;
        if (refused != null) {
            if (!safe.isCommitted()) { // what the server could not read it has refused already
                safe.sendError(refused.value());
            }
            return;
        }
        try {
            chain.doFilter(request, safe);
        } catch (ServletException | IOException | RuntimeException failure) {
            DatabaseTrouble trouble = DatabaseTrouble.of(failure).orElse(null);
            if (trouble == null || response.isCommitted()) {
                throw failure;
            }
            explain(trouble, failure, request, safe);
        }
    }

    private @Nullable HttpStatus refused(HttpServletRequest request) {
        if (WITHOUT_BODY.contains(HttpMethod.valueOf(request.getMethod()))) {
            return null;
        }
        Optional<MediaType> type = Optional.empty();
        if (request.getContentType() != null) {
            type = typeOf(request.getContentType());
            if (type.isEmpty()) {
                return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            }
        }
        if (request.getContentLengthLong() > limits.of(request.getContentType())) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        boolean hasFields = type.filter(known -> known.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)
                        || known.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED))
                .isPresent();
        return hasFields ? unread(request) : null;
    }

    /** @return nothing for what no body can be: junk, a wildcard, a character set nobody knows */
    private static Optional<MediaType> typeOf(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.isWildcardType() || type.isWildcardSubtype() ? Optional.empty() : Optional.of(type);
        } catch (InvalidMediaTypeException junk) {
            return Optional.empty();
        }
    }

    private static @Nullable HttpStatus unread(HttpServletRequest request) {
        request.getParameterMap();
        if (request.getAttribute(ClientRefused.NOTE) instanceof ClientRefused client) {
            return Problems.of(client).status();
        }
        Object reason = request.getAttribute(UNREAD);
        return switch (reason == null ? "" : reason.toString()) {
            case "POST_TOO_LARGE", "TOO_MANY_PARAMETERS" -> HttpStatus.PAYLOAD_TOO_LARGE;
            case "URL_DECODING", "INVALID_CONTENT_TYPE", "IO_ERROR", "REQUEST_BODY_INCOMPLETE", "CLIENT_DISCONNECT" ->
                HttpStatus.BAD_REQUEST;
            default -> null;
        };
    }

    private void explain(
            DatabaseTrouble trouble, Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn(
                "{} {} answered 503, the database is {}: {}",
                request.getMethod(),
                Refusals.pathOf(request),
                trouble,
                ExceptionUtils.getRootCause(failure).getClass().getSimpleName());
        page.answer(Problems.of(trouble), Answers.typed(request), true, request, response);
    }
}
