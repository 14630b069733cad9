package org.tandem.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says "too large" before anybody else looks: the server drops the fields of a form that is too large, and security would
 * then miss its token and speak of a stale page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SizeLimit extends OncePerRequestFilter {

    private final long upload;
    private final long body;

    SizeLimit(
            @Value("${spring.servlet.multipart.max-request-size:11MB}") DataSize upload,
            @Value("${server.tomcat.max-http-form-post-size:3MB}") DataSize body) {
        this.upload = upload.toBytes();
        this.body = body.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean uploads = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
        if (request.getContentLengthLong() > (uploads ? upload : body)) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }
}
