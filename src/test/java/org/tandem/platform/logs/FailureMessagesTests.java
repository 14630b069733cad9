package org.tandem.platform.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.env.MockEnvironment;

class FailureMessagesTests {

    private static final String TYPED = "what_somebody_typed";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

    static List<Callable<?>> readers() {
        return List.of(
                () -> Integer.valueOf(TYPED),
                () -> UUID.fromString(TYPED),
                () -> Instant.parse(TYPED),
                () -> URI.create("http://" + TYPED + " "),
                () -> new URI(TYPED + " "),
                () -> java.nio.file.Path.of(TYPED + "\0"),
                () -> Thread.State.valueOf(TYPED),
                () -> new ObjectMapper().readTree("{\"a\": " + TYPED),
                () -> new ObjectMapper().readValue("{\"" + TYPED + "\": 1}", LoggerContext.class),
                () -> List.of(1, 2).stream().collect(java.util.stream.Collectors.toMap(n -> 1, n -> TYPED)),
                () -> java.util.regex.Pattern.compile("(" + TYPED),
                () -> new org.springframework.expression.spel.standard.SpelExpressionParser()
                        .parseExpression(TYPED + " +* 1"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void areLeftOutWhereTheyQuoteWhatWasRead(Callable<?> reader) {
        Exception failure = thrownBy(reader);
        assertThat(failure).hasMessageContaining(TYPED);

        assertThat(logged("It failed: " + failure.getMessage(), new CompletionException(new RuntimeException(failure))))
                .allSatisfy(line -> assertThat(line)
                        .contains(failure.getClass().getName(), "FailureMessagesTests")
                        .doesNotContain(TYPED));
    }

    @Test
    void areLeftOutOfEverythingThatIsChained() {
        SQLException next = new SQLException("next " + TYPED, "23505");
        BatchUpdateException batch = new BatchUpdateException("batch " + TYPED, "23505", 0, new int[0], next);
        batch.setNextException(next);
        batch.addSuppressed(new RuntimeException("suppressed " + TYPED));
        Exception around = new DataIntegrityViolationException("around " + TYPED, batch);

        assertThat(logged("Servlet threw exception [outermost " + TYPED + "; " + around.getMessage() + "]", around))
                .allSatisfy(line -> assertThat(line)
                        .contains("SQLState 23505", "BatchUpdateException", "Servlet threw exception")
                        .doesNotContain(TYPED));
    }

    @Test
    void stayWhereTheySayWhatIsWrongWithAMachineOrAProgram() {
        assertThat(logged(
                        "It failed",
                        new IllegalStateException("no limit for the task", new ConnectException("refused"))))
                .allSatisfy(line -> assertThat(line)
                        .contains("It failed", "no limit for the task", "java.net.ConnectException: refused")
                        .doesNotContain("left out"));
    }

    @Test
    void sayWhereAFileCouldNotBeRead() {
        Exception failure = thrownBy(() -> new ObjectMapper().readTree("{\n\"a\": nothing}"));
        assertThat(failure).isInstanceOf(JsonProcessingException.class);

        assertThat(logged("It failed", new IllegalStateException("limits.yaml: " + failure.getMessage(), failure)))
                .allSatisfy(line -> assertThat(line).contains("limits.yaml", "line 2, column"));
    }

    @Test
    void leaveALineWithoutAFailureAsItIs() {
        assertThat(logged("Deployed vetting", null))
                .allSatisfy(line -> assertThat(line).contains("Deployed vetting"));
    }

    private static Exception thrownBy(Callable<?> reader) {
        try {
            throw new AssertionError("nothing wrong with " + reader.call());
        } catch (Exception failure) {
            return failure;
        }
    }

    /** The same event in both formats. */
    private List<String> logged(String message, Throwable failure) {
        Logger logger = context.getLogger("org.tandem.Somewhere");
        LoggingEvent event = new LoggingEvent("", logger, Level.ERROR, message, failure, null);
        return List.of(write(lines(), event), write(structured(), event));
    }

    private static String write(Encoder<ILoggingEvent> format, ILoggingEvent event) {
        return new String(new QuietEncoder(format).encode(event), StandardCharsets.UTF_8);
    }

    private Encoder<ILoggingEvent> lines() {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%level %m%n%ex");
        lines.start();
        return lines;
    }

    private Encoder<ILoggingEvent> structured() {
        context.putObject(Environment.class.getName(), new MockEnvironment());
        StructuredLogEncoder structured = new StructuredLogEncoder();
        structured.setContext(context);
        structured.setFormat("ecs");
        structured.start();
        return structured;
    }
}
