package org.tandem.platform.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure as it is logged: its classes and places, and only messages that may be logged. */
final class QuietFailure extends ThrowableProxy {

    private final IThrowableProxy real;
    private final String message;
    private final @Nullable IThrowableProxy cause;
    private final IThrowableProxy[] suppressed;

    private QuietFailure(ThrowableProxy real, List<String> unspeakable) {
        super(new Shown(real.getThrowable(), unspeakable));
        this.real = real;
        this.message = FailureMessages.of(real.getThrowable(), unspeakable);
        this.cause = of(real.getCause(), unspeakable);
        this.suppressed =
                Stream.of(real.getSuppressed()).map(one -> of(one, unspeakable)).toArray(IThrowableProxy[]::new);
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy real, List<String> unspeakable) {
        return real instanceof ThrowableProxy known && known.getThrowable() != null
                ? new QuietFailure(known, unspeakable)
                : null;
    }

    @Override
    public String getClassName() {
        return real.getClassName();
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return null;
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return real.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return real.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return cause;
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return suppressed;
    }

    @Override
    public boolean isCyclic() {
        return real.isCyclic();
    }

    /** For printers that ask for the exception itself. */
    private static final class Shown extends Throwable {

        private static final long serialVersionUID = 1L;
        private final String shown;

        Shown(Throwable real, List<String> unspeakable) {
            super(FailureMessages.of(real, unspeakable), causeOf(real, unspeakable), false, true);
            this.shown = real.getClass().getName() + ": " + getMessage();
            setStackTrace(real.getStackTrace());
        }

        private static @Nullable Throwable causeOf(Throwable real, List<String> unspeakable) {
            return real.getCause() == null || real.getCause() == real ? null : new Shown(real.getCause(), unspeakable);
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
