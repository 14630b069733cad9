package org.tandem.tasks.todo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;

/** All ad-hoc work, open until a coordinator has said what was done. */
@Component
@Transactional(readOnly = true)
public class Todos {

    private static final String OPEN =
            "select id, case_id, about, note, asked_by, asked_at from tandem.todo where done_at is null";

    private final JdbcClient jdbc;

    Todos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Longest asked first. */
    public List<Todo> open() {
        return jdbc.sql(OPEN + " order by asked_at").query(Todos::read).list();
    }

    public List<Todo> openOf(CaseId id) {
        return jdbc.sql(OPEN + " and case_id = ? order by asked_at")
                .param(id.value())
                .query(Todos::read)
                .list();
    }

    public Optional<Todo> openAbout(String about) {
        return jdbc.sql(OPEN + " and about = ?").param(about).query(Todos::read).optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Todo todo) {
        jdbc.sql("insert into tandem.todo (id, case_id, about, note, asked_by, asked_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        todo.id(),
                        todo.caseId(),
                        todo.about(),
                        todo.note(),
                        todo.askedBy(),
                        todo.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The todo of this task is done; its note stays for the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    void done(String taskId, UUID by, Instant at) {
        jdbc.sql("update tandem.todo set done_by = ?, done_at = ? where done_at is null"
                        + " and id = (select process_instance_id from tandem.task where id = ?)")
                .params(by, at.atOffset(ZoneOffset.UTC), taskId)
                .update();
    }

    private static Todo read(ResultSet row, int number) throws SQLException {
        return new Todo(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("about"),
                row.getString("note"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
