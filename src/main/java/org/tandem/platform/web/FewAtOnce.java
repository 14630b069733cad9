package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets only a few requests of a kind run at the same time on one node, because each of them takes a good piece of memory.
 * The others wait their turn for a while, holding no connection to the database.
 */
final class FewAtOnce implements HandlerInterceptor {

    private static final int MOST_WAITING = 30;

    private static final Pattern EXPORT = Pattern.compile(".*\\.(?:csv|xlsx|docx)");

    /** Under this attribute a request keeps the turns it has taken. */
    private static final String TURNS = FewAtOnce.class.getName();

    private final BiPredicate<HttpServletRequest, Object> kind;
    private final Semaphore turns;
    private final Duration patience;

    FewAtOnce(BiPredicate<HttpServletRequest, Object> kind, int most, Duration patience) {
        this.kind = kind;
        this.turns = new Semaphore(most, true);
        this.patience = patience;
    }

    /** Too many are at it, and it would take too long to wait for them. */
    static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Somebody sends a file, by itself or with a form; it has come in completely by now. */
    static boolean isUpload(HttpServletRequest request, Object handler) {
        return request instanceof MultipartRequest sent
                && handler instanceof HandlerMethod method
                && (!sent.getFileMap().isEmpty() || takesFiles(method));
    }

    private static boolean takesFiles(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType().equals(MultipartFile.class));
    }

    /** Somebody asks for a whole list or document as a file, or for what its handler says is as large. */
    static boolean isExport(HttpServletRequest request, Object handler) {
        return EXPORT.matcher(request.getRequestURI()).matches()
                || handler instanceof HandlerMethod method && method.hasMethodAnnotation(TakesMemory.class);
    }

    /** The work is done: how long the client takes to read the answer keeps nobody else waiting. */
    static void giveBack(HttpServletRequest request) {
        if (request.getAttribute(TURNS) instanceof Semaphore taken) {
            request.removeAttribute(TURNS);
            taken.release();
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (kind.test(request, handler)) {
            take();
            request.setAttribute(TURNS, turns);
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        giveBack(request);
    }

    private void take() {
        try {
            if (turns.getQueueLength() >= MOST_WAITING
                    || !turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        giveBack(request);
    }
}
