package org.tandem.platform.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AsyncAppenderBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts a {@link QuietEncoder} in front of every format the log is written in, right after logging is set up: lines for people,
 * structured lines, and what an operator's own file sets up.
 */
public final class QuietLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
        quieten();
    }

    /** Every format that is set up by now. */
    public static void quieten() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLoggerList().forEach(QuietLogs::quieten);
        }
    }

    private static void quieten(AppenderAttachable<ILoggingEvent> attached) {
        attached.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof OutputStreamAppender<ILoggingEvent> written) {
                quieten(written);
            } else if (appender instanceof AsyncAppenderBase<ILoggingEvent> passing) {
                quieten(passing);
            }
        });
    }

    private static void quieten(OutputStreamAppender<ILoggingEvent> written) {
        if (!(written.getEncoder() instanceof QuietEncoder)) {
            Encoder<ILoggingEvent> quiet = new QuietEncoder(written.getEncoder());
            quiet.setContext(written.getContext());
            quiet.start();
            written.setEncoder(quiet);
        }
    }
}
