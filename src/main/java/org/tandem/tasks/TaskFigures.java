package org.tandem.tasks;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many tasks there are, whoever they are with. */
@Component
@Transactional(readOnly = true)
class TaskFigures {

    private final JdbcClient jdbc;

    TaskFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long open() {
        return jdbc.sql("select count(*) from tandem.task where state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}
