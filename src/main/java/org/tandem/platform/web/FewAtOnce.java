package org.tandem.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets only a few requests of a kind run at the same time on one node, because each of them takes a good piece of memory.
 * The others wait their turn for a while, holding no connection to the database.
 */
final class FewAtOnce implements HandlerInterceptor {

    private static final int MOST_WAITING = 30;

    private final String held = FewAtOnce.class.getName() + "@" + System.identityHashCode(this);
    private final Predicate<HttpServletRequest> kind;
    private final Semaphore turns;
    private final Duration patience;

    FewAtOnce(Predicate<HttpServletRequest> kind, int most, Duration patience) {
        this.kind = kind;
        this.turns = new Semaphore(most, true);
        this.patience = patience;
    }

    /** Too many are at it, and it would take too long to wait for them. */
    static final class Busy extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Somebody sends a file; it has come in completely by now. */
    static boolean isUpload(HttpServletRequest request) {
        return request instanceof MultipartRequest;
    }

    /** Somebody asks for a whole list as a file. */
    static boolean isExport(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.endsWith(".csv") || path.endsWith(".xlsx");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (kind.test(request)) {
            take();
            request.setAttribute(held, true);
        }
        return true;
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
        if (request.getAttribute(held) != null) {
            request.removeAttribute(held);
            turns.release();
        }
    }
}
