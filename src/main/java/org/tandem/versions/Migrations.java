package org.tandem.versions;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of migrations; their state is nowhere else, so that any node can go on after any other. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Migrations {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    /** @return false when cases of this version are on their way already */
    boolean add(UUID id, Version from, Version to, Map<String, String> steps, UUID by) {
        return jdbc.sql("""
                        insert into tandem.model_migration (id, process, from_definition, from_version, to_definition,
                          to_version, steps, state, asked_by, asked_at)
                        values (:id, :process, :from, :fromVersion, :to, :toVersion, cast(:steps as jsonb), 'RUNNING',
                          :by, :now)
                        on conflict (from_definition) where state in ('RUNNING', 'PAUSED') do nothing""")
                        .param("id", id)
                        .param("process", from.process())
                        .param("from", from.definition())
                        .param("fromVersion", from.number())
                        .param("to", to.definition())
                        .param("toVersion", to.number())
                        .param("steps", write(steps))
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<Migration> find(UUID id) {
        return jdbc.sql("select * from tandem.model_migration where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** The one that is under way for this version. */
    Optional<Migration> openFrom(String definition) {
        return jdbc.sql(
                        "select * from tandem.model_migration where from_definition = ? and state in ('RUNNING', 'PAUSED')")
                .param(definition)
                .query(this::read)
                .optional();
    }

    /** Newest first. */
    List<Migration> of(String process) {
        return jdbc.sql(
                        "select * from tandem.model_migration where process = ? order by asked_at desc, id desc limit 50")
                .param(process)
                .query(this::read)
                .list();
    }

    /** The oldest that is to go on and that no other node is working on; held until the end of the transaction. */
    Optional<Migration> take() {
        return jdbc.sql("select * from tandem.model_migration where state = 'RUNNING' order by asked_at, id limit 1"
                        + " for update skip locked")
                .query(this::read)
                .optional();
    }

    /** The same for one that was worked on a moment ago. */
    Optional<Migration> take(UUID id) {
        return jdbc.sql(
                        "select * from tandem.model_migration where id = ? and state = 'RUNNING' for update skip locked")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** @return false when it is in none of the states it could be steered from */
    boolean steer(UUID id, List<Migration.State> from, Migration.State to, UUID by) {
        return jdbc.sql("""
                        update tandem.model_migration set state = :to, steered_by = :by,
                          ended_at = case when :to = 'STOPPED' then cast(:now as timestamptz) else null end
                        where id = :id and state = any(:from)""")
                        .param("id", id)
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    void worked(UUID id, long millis) {
        jdbc.sql("update tandem.model_migration set worked_millis = worked_millis + ? where id = ?")
                .params(millis, id)
                .update();
    }

    void done(UUID id) {
        jdbc.sql("update tandem.model_migration set state = 'DONE', ended_at = ? where id = ?")
                .params(now(), id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Migration read(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Migration(
                row.getObject("id", UUID.class),
                row.getString("process"),
                row.getString("from_definition"),
                row.getInt("from_version"),
                row.getString("to_definition"),
                row.getInt("to_version"),
                steps(row.getString("steps")),
                Migration.State.valueOf(row.getString("state")),
                row.getObject("asked_by", UUID.class),
                instant(row, "asked_at"),
                row.getObject("steered_by", UUID.class),
                ended == null ? null : ended.toInstant(),
                row.getLong("worked_millis"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String write(Map<String, String> steps) {
        try {
            return json.writeValueAsString(steps);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("steps are plain names", e);
        }
    }

    private Map<String, String> steps(String written) {
        try {
            return json.readValue(written, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable steps of a migration", e);
        }
    }
}
