package org.tandem.platform.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An event of the log without messages that quote values. */
final class QuietEvent {

    /** The web server writes the failure around the one it passes on into its own sentence. */
    private static final Pattern QUOTED_FAILURE = Pattern.compile("(?s)( threw exception)\\b.*");

    private QuietEvent() {}

    static ILoggingEvent of(ILoggingEvent event) {
        Set<Throwable> failures = failures(event);
        if (failures.isEmpty()) {
            return event;
        }
        List<String> unspeakable = FailureMessages.unspeakable(failures);
        String text = text(event, unspeakable);
        IThrowableProxy failure = QuietFailure.of(event.getThrowableProxy(), unspeakable);
        return (ILoggingEvent) Proxy.newProxyInstance(
                QuietEvent.class.getClassLoader(),
                new Class<?>[] {ILoggingEvent.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getFormattedMessage", "getMessage" -> text;
                    case "getThrowableProxy" -> failure;
                    case "getArgumentArray" -> null;
                    default -> ask(event, method, arguments);
                });
    }

    private static Set<Throwable> failures(ILoggingEvent event) {
        Set<Throwable> failures = Collections.newSetFromMap(new IdentityHashMap<>());
        if (event.getThrowableProxy() instanceof ThrowableProxy proxy && proxy.getThrowable() != null) {
            failures.addAll(FailureMessages.all(proxy.getThrowable()));
        }
        if (event.getArgumentArray() != null) {
            for (Object argument : event.getArgumentArray()) {
                if (argument instanceof Throwable failure) {
                    failures.addAll(FailureMessages.all(failure));
                }
            }
        }
        return failures;
    }

    private static String text(ILoggingEvent event, List<String> unspeakable) {
        String text = FailureMessages.without(unspeakable, event.getFormattedMessage());
        return unspeakable.isEmpty() ? text : QUOTED_FAILURE.matcher(text).replaceFirst("$1");
    }

    private static @Nullable Object ask(ILoggingEvent event, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(event, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
