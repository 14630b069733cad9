package org.tandem.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Words;

/** The append-only history of cases (S-039) and the notices that go with it. Written in the stage's transaction. */
@Component
public class CaseHistory {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CaseHistory(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a line dated now. Words' arguments must be strings or numbers: they are kept as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            CaseId id,
            CaseEntry.Kind kind,
            @Nullable UUID person,
            @Nullable String actingAs,
            Words words,
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
            Words words,
            @Nullable String body) {
        jdbc.sql("""
                        insert into tandem.case_entry (case_id, at, kind, person, acting_as, words_key, words_args, body)
                        values (:case, :at, :kind, :person, :as, :key, cast(:args as jsonb), :body)""")
                .param("case", id.value())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("kind", kind.name())
                .param("person", person)
                .param("as", actingAs)
                .param("key", words.key())
                .param("args", toJson(words.args()))
                .param("body", body)
                .update();
    }

    /** Tells everybody with this mandate, except who caused it, on their next look at the inbox. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(CaseId id, String group, Words words, @Nullable UUID causedBy) {
        String[] parts = group.split(":", 3);
        jdbc.sql("""
                        insert into tandem.case_notice (case_id, at, role, agency, scope, words_key, words_args, caused_by)
                        values (:case, :at, :role, :agency, :scope, :key, cast(:args as jsonb), :by)""")
                .param("case", id.value())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("role", parts[0])
                .param("agency", parts[1])
                .param("scope", parts[2])
                .param("key", words.key())
                .param("args", toJson(words.args()))
                .param("by", causedBy)
                .update();
    }

    /** The whole history, oldest first. */
    @Transactional(readOnly = true)
    public List<CaseEntry> of(CaseId id) {
        return jdbc.sql("select * from tandem.case_entry where case_id = ? order by at, id")
                .param(id.value())
                .query(this::entry)
                .list();
    }

    private CaseEntry entry(ResultSet row, int number) throws SQLException {
        return new CaseEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                CaseEntry.Kind.valueOf(row.getString("kind")),
                row.getObject("person", UUID.class),
                row.getString("acting_as"),
                new Words(row.getString("words_key"), fromJson(row.getString("words_args"))),
                row.getString("body"));
    }

    private String toJson(List<Object> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("history arguments must be plain values", e);
        }
    }

    private List<Object> fromJson(String args) {
        try {
            return json.readValue(args, new TypeReference<List<Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable arguments in the history", e);
        }
    }
}
