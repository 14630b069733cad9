package org.tandem.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.SignedIn;
import org.tandem.platform.StoredMessages;

/** The append-only history of cases (S-039) and the notices that go with it. Written at the end of the stage's transaction. */
@Component
public class CaseHistory {

    private final JdbcClient jdbc;
    private final StoredMessages messages;
    private final CurrentPerson currentPerson;
    private final Clock clock;
    private final TransactionBuffer<Line> lines = new TransactionBuffer<>(this::write);
    private final TransactionBuffer<Told> told = new TransactionBuffer<>(this::tellAll);

    /** What is kept of a line until the transaction ends. */
    private record Line(
            CaseId id,
            Instant at,
            CaseEntry.Kind kind,
            @Nullable UUID person,
            @Nullable String actingAs,
            Message words,
            @Nullable String body) {}

    private record Told(
            CaseId id,
            Instant at,
            String group,
            Message words,
            @Nullable UUID causedBy) {}

    CaseHistory(JdbcClient jdbc, StoredMessages messages, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    /** Adds a line dated now. The message must be one that {@link StoredMessages} keeps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            CaseId id,
            CaseEntry.Kind kind,
            @Nullable UUID person,
            @Nullable String actingAs,
            Message words,
            @Nullable String body) {
        addAt(id, clock.instant(), kind, person, actingAs, words, body);
    }

    /** Adds a line about something that happened earlier, e.g. a vote opened only now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addAt(
            CaseId id,
            Instant at,
            CaseEntry.Kind kind,
            @Nullable UUID person,
            @Nullable String actingAs,
            Message words,
            @Nullable String body) {
        lines.add(new Line(id, at, kind, person, actingAs, words, body));
    }

    private void write(List<Line> all) {
        jdbc.sql("""
                        insert into tandem.case_entry (case_id, at, kind, person, acting_as, words_key, words_args, body)
                        select * from unnest(:cases, cast(:ats as timestamptz[]), :kinds, cast(:persons as uuid[]), :as, :keys,
                          cast(:args as jsonb[]), :bodies)""")
                .param("cases", each(all, line -> line.id().value()))
                .param("ats", each(all, line -> line.at().toString()))
                .param("kinds", each(all, line -> line.kind().name()))
                .param("persons", each(all, line -> text(line.person())))
                .param("as", each(all, Line::actingAs))
                .param("keys", each(all, line -> line.words().key()))
                .param("args", each(all, line -> messages.write(line.words().args())))
                .param("bodies", each(all, Line::body))
                .update();
    }

    /** Tells everybody with this mandate, except who caused it, be it by what followed from theirs, on their next look at the inbox. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseId id, String group, Message words, @Nullable UUID causedBy) {
        UUID by = causedBy != null
                ? causedBy
                : currentPerson.find().map(SignedIn::personId).orElse(null);
        told.add(new Told(id, clock.instant(), group, words, by));
    }

    private void tellAll(List<Told> all) {
        jdbc.sql("""
                        insert into tandem.case_notice (case_id, at, role, agency, scope, words_key, words_args, caused_by)
                        select * from unnest(:cases, cast(:ats as timestamptz[]), :roles, :agencies, :scopes, :keys,
                          cast(:args as jsonb[]), cast(:by as uuid[]))""")
                .param("cases", each(all, one -> one.id().value()))
                .param("ats", each(all, one -> one.at().toString()))
                .param("roles", each(all, one -> one.group().split(":", 3)[0]))
                .param("agencies", each(all, one -> one.group().split(":", 3)[1]))
                .param("scopes", each(all, one -> one.group().split(":", 3)[2]))
                .param("keys", each(all, one -> one.words().key()))
                .param("args", each(all, one -> messages.write(one.words().args())))
                .param("by", each(all, one -> text(one.causedBy())))
                .update();
    }

    private static <T> @Nullable String[] each(List<T> all, Function<T, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The whole history, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEntry> of(CaseId id) {
        lines.now();
        return jdbc.sql("select * from tandem.case_entry where case_id = ? order by at, id")
                .param(id.value())
                .query(this::entry)
                .list();
    }

    /** Comments about one part of the case, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEntry> comments(CaseId id, MessageArgument about) {
        return jdbc
                .sql("select * from tandem.case_entry where case_id = ? and kind = 'COMMENT' and words_key = ?"
                        + " order by at, id")
                .params(id.value(), CommentOnCase.ON_A_PART)
                .query(this::entry)
                .list()
                .stream()
                .filter(entry -> entry.words().args().contains(about))
                .toList();
    }

    int count(CaseId id, CaseEntry.Kind kind) {
        return jdbc.sql("select count(*) from tandem.case_entry where case_id = ? and kind = ?")
                .params(id.value(), kind.name())
                .query(Integer.class)
                .single();
    }

    private CaseEntry entry(ResultSet row, int number) throws SQLException {
        return new CaseEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                CaseEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("person", UUID.class),
                row.getString("acting_as"),
                messages.read(row.getString("words_key"), row.getString("words_args")),
                row.getString("body"));
    }
}
