package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.tandem.platform.DatabaseTrouble;

/** Everything a controller throws and does not explain itself becomes an error page or a problem document. */
@ControllerAdvice
@Order
@RequiredArgsConstructor
class ErrorAdvice {

    private final Answers answers;

    @ExceptionHandler
    @Nullable
    Object explain(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (DatabaseTrouble.of(thrown).isPresent()) {
            throw thrown; // a page in its usual frame would ask the database once more: the gate has one that does not
        }
        if (response.isCommitted()) {
            return null;
        }
        return answers.answer(Problems.of(thrown), thrown, request, response);
    }

    /** These are for the security filters around us. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leave(Exception thrown) throws Exception {
        throw thrown;
    }

    /** The browser has gone away: nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void drop(AsyncRequestNotUsableException gone) {}
}
