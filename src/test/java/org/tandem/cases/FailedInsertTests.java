package org.tandem.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.tandem.TandemTest;
import org.tandem.TestDatabases;
import org.tandem.platform.logs.QuietLogs;

/** However an insert fails, and whoever logs it: what was to be written stands in no line of a log. */
@TandemTest
@ExtendWith(OutputCaptureExtension.class)
class FailedInsertTests {

    private static final Logger LOG = LoggerFactory.getLogger(FailedInsertTests.class);

    /** Long enough for every limit, and in no other text. */
    private static final String SEALED = "the-sealed-reason-of-a-vote-".repeat(20);

    private static final String MARK = SEALED.substring(0, 22);

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource pool;

    @Autowired
    ManagementService management;

    @Autowired
    Environment environment;

    private final ByteArrayOutputStream structured = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    @BeforeEach
    void logInTheOtherFormatToo() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.putObject(Environment.class.getName(), environment);
        StructuredLogEncoder format = new StructuredLogEncoder();
        format.setContext(context);
        format.setFormat("ecs");
        format.start();
        appender.setContext(context);
        appender.setEncoder(format);
        appender.setOutputStream(structured);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        QuietLogs.quieten();
        jdbc.execute("""
                create table tandem.scratch (id integer primary key, reason text not null check (length(reason) < 9000),
                  code varchar(9), body jsonb, asked uuid unique)""");
    }

    @AfterEach
    void clear() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .detachAppender(appender);
        jdbc.execute("drop table tandem.scratch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into tandem.scratch (id, reason, code) values (null, ?, 'x')",
                "insert into tandem.scratch (id, reason) values (1, repeat(?, 500))",
                "insert into tandem.scratch (id, reason) select 1, r from (values (?), ('b')) v(r)",
                "insert into tandem.scratch (id, reason, code) values (1, 'r', ?)",
                "insert into tandem.scratch (id, reason) values (cast(? as integer), 'r')",
                "insert into tandem.scratch (id, reason, body) values (1, 'r', cast(? as jsonb))",
                "insert into tandem.scratch (id, reason, asked) values (1, 'r', cast(? as uuid))",
                "insert into tandem.scratch (id, reason) values (1, cast(cast(? as timestamptz) as text))",
                "insert into tandem.scratch (id, reason, no_such_column) values (1, ?, 2)",
                "insert into tandem.scratch (id, reason) values (1, regexp_replace('a', '(' || ?, ''))"
            })
    void leavesNoTraceOfWhatWasToBeWritten(String insert, CapturedOutput console) throws IOException {
        Throwable failure = catchThrowable(() -> jdbc.update(insert, SEALED));

        assertLogged(failure, console);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0001", "53100", "23514", "08006"})
    void leavesNoTraceWhenATriggerQuotesIt(String state, CapturedOutput console) throws IOException {
        jdbc.execute("create function tandem.quote() returns trigger language plpgsql as $$ begin"
                + " raise exception 'cannot keep %', new.reason using errcode = '" + state
                + "', detail = new.reason, hint = new.reason; end $$");
        jdbc.execute(
                "create trigger quote before insert on tandem.scratch for each row execute function tandem.quote()");
        try {
            Throwable failure =
                    catchThrowable(() -> jdbc.update("insert into tandem.scratch (id, reason) values (1, ?)", SEALED));

            assertLogged(failure, console);
            assertThat(console.getAll()).contains("SQLState " + state);
        } finally {
            jdbc.execute("drop function tandem.quote() cascade");
        }
    }

    @Test
    void leavesNoTraceOfABatch(CapturedOutput console) throws IOException {
        Throwable failure = catchThrowable(() -> {
            try (Connection connection = pool.getConnection();
                    PreparedStatement insert =
                            connection.prepareStatement("insert into tandem.scratch (id, reason) values (?, ?)")) {
                for (int i = 0; i < 3; i++) {
                    insert.setInt(1, 7);
                    insert.setString(2, SEALED + i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });

        assertThat(failure).isInstanceOf(SQLException.class);
        assertLogged(failure, console);
    }

    @Test
    void leavesNoTraceOfABatchOfHibernate(CapturedOutput console) throws IOException {
        Throwable failure = catchThrowable(() -> transaction.executeWithoutResult(status -> {
            entities.persist(file("FFA-SOM-A1"));
            entities.persist(file("FFA-VNM-A1"));
            jdbc.update("alter table tandem.case_file add constraint short check (length(area) < 20) not valid");
        }));

        assertLogged(failure, console);
        assertThat(console.getAll()).contains("SQLState 23514").contains("constraint short");
    }

    @Test
    void leavesNoTraceOfWhatTheEngineWasToKeep(CapturedOutput console) throws IOException {
        Throwable failure = catchThrowable(() -> management.setProperty("kept", SEALED));

        assertLogged(failure, console);
    }

    private static CaseFile file(String id) {
        UUID somebody = UUID.randomUUID();
        return new CaseFile(
                new CaseOpening(
                        new CaseId(id),
                        "selection",
                        null,
                        CaseSubject.of("FFA", "SOM", SEALED),
                        "OPEN",
                        50,
                        somebody,
                        "UNDP"),
                null,
                Instant.EPOCH);
    }

    private void assertLogged(Throwable failure, CapturedOutput console) throws IOException {
        assertThat(failure).isNotNull();
        ExceptionUtils.getThrowableList(failure)
                .forEach(one -> one.setStackTrace(Arrays.copyOf(one.getStackTrace(), 2)));
        LOG.error("It failed", failure);
        LOG.error("It failed: {}", failure.getMessage(), failure);
        LOG.error("It failed", new IllegalStateException(failure));
        String name = failure.getClass().getName();
        assertThat(console.getAll()).contains(name).doesNotContain(MARK);
        assertThat(structured.toString(UTF_8)).contains(name).doesNotContain(MARK);
        assertThat(Files.readString(TestDatabases.log())).doesNotContain(MARK);
    }
}
