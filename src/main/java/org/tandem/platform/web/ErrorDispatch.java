package org.tandem.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tandem.platform.Refused;
import org.tandem.platform.edge.ClientRefused;

/** Errors raised outside controllers, by filters or the server itself, told the same way. */
@Controller
@RequiredArgsConstructor
class ErrorDispatch implements ErrorController {

    private final Answers answers;

    @RequestMapping("${server.error.path:/error}")
    Object explain(HttpServletRequest request, HttpServletResponse response) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return answers.answer(problem(request, thrown), thrown, request, response);
    }

    private static Problem problem(HttpServletRequest request, Throwable thrown) {
        if (request.getAttribute(ClientRefused.NOTE) instanceof ClientRefused client) {
            return Problems.of(client);
        }
        if (request.getAttribute(Refusals.REFUSED) instanceof Refused refused) {
            return Problems.of(refused);
        }
        Integer status = Answers.statusOf(request);
        boolean wentAway = thrown instanceof IOException && status != null && status < 500;
        if (thrown != null && !wentAway) {
            return Problems.of(thrown);
        }
        HttpStatus known = status == null ? HttpStatus.NOT_FOUND : HttpStatus.resolve(status);
        return Problems.of(known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known);
    }
}
