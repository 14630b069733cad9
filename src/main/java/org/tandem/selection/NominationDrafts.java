package org.tandem.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.platform.Refused;
import org.tandem.platform.database.LockWaiters;

/** Nominations as they are being typed, one for each form somebody opened; also knows which of them were sent already. */
@Component
@Transactional
class NominationDrafts {

    private static final int MOST_CHARACTERS = 400_000;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_OF_A_PERSON = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String UNSENT = "select id, typed, saved_at from tandem.nomination_draft"
            + " where person = :person and opened = '[]' and typed <> '{}'";

    private final JdbcClient jdbc;
    private final LockWaiters waiters;
    private final ObjectMapper json;
    private final Clock clock;

    NominationDrafts(JdbcClient jdbc, LockWaiters waiters, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.waiters = waiters;
        this.json = json;
        this.clock = clock;
    }

    /** @param typed field name to the values as they were typed, unchecked */
    record Draft(UUID id, Map<String, List<String>> typed, Instant savedAt) {

        public NominationForm asTyped() {
            return new NominationForm(typed);
        }
    }

    Instant save(UUID id, UUID person, NominationForm typed) {
        String written = write(typed.values());
        if (written.length() > MOST_CHARACTERS) {
            throw new Refused(Refused.Kind.TOO_LARGE, "selection.refused.draftTooLarge");
        }
        Instant now = clock.instant();
        refuseOneTooMany(id, person);
        jdbc.sql("""
                        insert into tandem.nomination_draft as d (id, person, typed, saved_at)
                        values (:id, :person, cast(:typed as jsonb), :now)
                        on conflict (id) do update set typed = excluded.typed, saved_at = excluded.saved_at
                        where d.person = excluded.person and d.opened = '[]'""")
                .param("id", id)
                .param("person", person)
                .param("typed", written)
                .param("now", utc(now))
                .update();
        jdbc.sql("delete from tandem.nomination_draft where person = :person and saved_at < :old")
                .param("person", person)
                .param("old", utc(now.minus(KEPT)))
                .update();
        return now;
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(UUID id, UUID person) {
        return jdbc.sql(UNSENT + " and id = :id")
                .param("person", person)
                .param("id", id)
                .query(this::draft)
                .optional();
    }

    /** What the person has begun and not sent, the latest first. */
    @Transactional(readOnly = true)
    List<Draft> begun(UUID person) {
        return jdbc.sql(UNSENT + " order by saved_at desc, id limit " + MOST_SHOWN)
                .param("person", person)
                .query(this::draft)
                .list();
    }

    void discard(UUID id, UUID person) {
        jdbc.sql("delete from tandem.nomination_draft where id = :id and person = :person and opened = '[]'")
                .param("id", id)
                .param("person", person)
                .update();
    }

    /**
     * Takes this form for the running transaction: of two clicks the second waits here until the first is done.
     *
     * @return the cases this form has opened already
     */
    List<CaseId> hold(UUID id, UUID person) {
        return waiters.take("draft " + id, () -> held(id, person));
    }

    private List<CaseId> held(UUID id, UUID person) {
        jdbc.sql("""
                        insert into tandem.nomination_draft (id, person, typed, saved_at)
                        values (:id, :person, '{}', :now) on conflict (id) do nothing""")
                .param("id", id)
                .param("person", person)
                .param("now", utc(clock.instant()))
                .update();
        return jdbc
                .sql("select opened from tandem.nomination_draft where id = :id and person = :person for update")
                .param("id", id)
                .param("person", person)
                .query(String.class)
                .optional()
                .map(opened -> read(opened, new TypeReference<List<String>>() {}))
                .orElse(List.of())
                .stream()
                .map(CaseId::new)
                .toList();
    }

    void sent(UUID id, UUID person, List<CaseId> opened) {
        jdbc.sql("""
                        update tandem.nomination_draft set typed = '{}', opened = cast(:opened as jsonb)
                         where id = :id and person = :person""")
                .param("id", id)
                .param("person", person)
                .param("opened", write(opened.stream().map(CaseId::value).toList()))
                .update();
    }

    private void refuseOneTooMany(UUID id, UUID person) {
        int others = jdbc.sql("select count(*) from tandem.nomination_draft"
                        + " where person = :person and opened = '[]' and typed <> '{}' and id <> :id")
                .param("person", person)
                .param("id", id)
                .query(Integer.class)
                .single();
        if (others >= MOST_OF_A_PERSON) {
            throw Refused.conflict("selection.refused.tooManyDrafts", others);
        }
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                read(row.getString("typed"), new TypeReference<LinkedHashMap<String, List<String>>>() {}),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft holds only strings", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable draft", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
