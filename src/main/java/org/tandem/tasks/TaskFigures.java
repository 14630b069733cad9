package org.tandem.tasks;

import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many tasks there are, whoever they are with. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class TaskFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    public long open() {
        return jdbc.sql("select count(*) from tandem.task where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** Open and past their due date, whether they stand still at the moment or not. */
    public long overdue() {
        return jdbc.sql("select count(*) from tandem.task where state = 'OPEN' and due_at < ?")
                .param(OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }
}
