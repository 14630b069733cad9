package org.tandem.tasks.todo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.StoredMessages;

/**
 * All ad-hoc work: asked by any module, by an administrator or by a sweep, and open until those asked have said what was done
 * or what made it necessary is gone.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class Todos {

    private static final String OPEN = "select * from tandem.todo where exists (select from tandem.task t"
            + " where t.process_instance_id = todo.id and t.state = 'OPEN')";

    private final Cases cases;
    private final CaseReaders readers;
    private final JdbcClient jdbc;
    private final TodoProcess process;
    private final CaseHistory history;
    private final StoredMessages messages;
    private final Clock clock;

    /**
     * Puts a task into the inboxes of those asked and a line into the history of the case, unless the same is asked already. The
     * caller has locked the case.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Todo ask(TodoRequest request) {
        return openAbout(request.about()).orElseGet(() -> ask(request, null, null));
    }

    /**
     * @param actingAs the group through which a person asks
     * @throws IllegalArgumentException when the case cannot be read by those asked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Todo ask(TodoRequest request, @Nullable UUID by, @Nullable String actingAs) {
        requireReaders(request);
        Todo todo = new Todo(
                process.asked(request),
                request.caseId().value(),
                request.about(),
                request.title(),
                request.words(),
                request.note(),
                request.link(),
                by,
                clock.instant());
        add(todo);
        MessageArgument groups = MessageArgument.groups(request.groups());
        history.add(
                request.caseId(),
                CaseEntry.Kind.STEP,
                by,
                actingAs,
                request.title() == null
                        ? Message.of("tasks.history.askedToSee", groups)
                        : Message.of("tasks.history.asked", MessageArgument.task(request.title()), groups),
                request.note());
        return todo;
    }

    /** Nobody is offered a task they then cannot open. */
    private void requireReaders(TodoRequest request) {
        CaseView view = cases.find(request.caseId()).orElseThrow();
        for (String group : request.groups().split(",")) {
            if (!readers.mayRead(MandatePattern.parse(group), view)) {
                throw new IllegalArgumentException(group + " may not read " + view.id());
            }
        }
    }

    /** What made it necessary is gone: nobody needs to do it any more. The caller has locked the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(String about) {
        openAbout(about).ifPresent(todo -> process.settled(todo.id()));
    }

    /** The case itself is over, and all that was asked on it. The caller has locked the case. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleAll(CaseId id) {
        openOf(id).forEach(todo -> process.settled(todo.id()));
    }

    /** Longest asked first. */
    public List<Todo> open() {
        return jdbc.sql(OPEN + " order by asked_at").query(this::read).list();
    }

    public List<Todo> openOf(CaseId id) {
        return jdbc.sql(OPEN + " and case_id = ? order by asked_at")
                .param(id.value())
                .query(this::read)
                .list();
    }

    public Optional<Todo> openAbout(String about) {
        return jdbc.sql(OPEN + " and about = ?").param(about).query(this::read).optional();
    }

    private void add(Todo todo) {
        Message words = todo.words();
        jdbc.sql("""
                        insert into tandem.todo (id, case_id, about, title, words_key, words_args, note, link, asked_by, asked_at)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        todo.id(),
                        todo.caseId(),
                        todo.about(),
                        todo.title(),
                        words == null ? null : words.key(),
                        words == null ? null : messages.write(words.args()),
                        todo.note(),
                        todo.link(),
                        todo.askedBy(),
                        utc(todo.askedAt())))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private Todo read(ResultSet row, int number) throws SQLException {
        String key = row.getString("words_key");
        return new Todo(
                row.getString("id"),
                row.getString("case_id"),
                row.getString("about"),
                row.getString("title"),
                key == null ? null : messages.read(key, row.getString("words_args")),
                row.getString("note"),
                row.getString("link"),
                row.getObject("asked_by", UUID.class),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
