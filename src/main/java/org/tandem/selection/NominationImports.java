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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.StoredMessages;
import org.tandem.platform.UuidV7;
import org.tandem.selection.NominationImport.Problem;
import org.tandem.selection.NominationImport.Row;
import org.tandem.selection.NominationImport.State;
import org.tandem.selection.NominationImport.Verdict;

/** Where uploaded spreadsheets are kept, for their owner alone. */
@Component
@Transactional
@RequiredArgsConstructor
class NominationImports {

    private static final int RECENT = 10;
    /** Rows written at once, so that a long file does not stand in memory a second time. */
    private static final int BATCH = 100;

    /** How long a worker may be silent before another takes over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StoredMessages messages;
    private final Clock clock;
    private final UuidV7 ids;

    UUID add(UUID person, String signInName, String fileName, List<Message> notices, List<Row> rows) {
        UUID id = ids.next();
        OffsetDateTime now = utc(clock.instant());
        jdbc.sql(
                        "delete from tandem.nomination_import where person = :person and uploaded_at < :old and state <> 'RUNNING'")
                .param("person", person)
                .param("old", now.minus(KEPT))
                .update();
        jdbc.sql("""
                        insert into tandem.nomination_import
                               (id, person, sign_in_name, file_name, state, notices, uploaded_at, checked_at)
                        values (:id, :person, :name, :file, 'CHECKED', cast(:notices as jsonb), :now, :now)""")
                .param("id", id)
                .param("person", person)
                .param("name", signInName)
                .param("file", fileName)
                .param("notices", write(notices))
                .param("now", now)
                .update();
        for (int from = 0; from < rows.size(); from += BATCH) {
            add(id, rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return id;
    }

    private void add(UUID id, List<Row> rows) {
        jdbc.sql("""
                        insert into tandem.nomination_import_row (import_id, number, cells, verdict, problems, cases)
                        select :id, r.number, r.cells, r.verdict, r.problems, r.cases
                          from jsonb_to_recordset(cast(:rows as jsonb))
                               as r(number int, cells jsonb, verdict text, problems jsonb, cases jsonb)""").param("id", id).param("rows", write(rows)).update();
    }

    /** @throws Refused with kind NOT_FOUND when there is none, or it is another person's */
    @Transactional(readOnly = true)
    NominationImport of(UUID id, UUID person) {
        return find(id).filter(known -> known.person().equals(person)).orElseThrow(NominationImports::unknown);
    }

    @Transactional(readOnly = true)
    Optional<NominationImport> find(UUID id) {
        return jdbc.sql("select * from tandem.nomination_import where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    List<NominationImport> recent(UUID person) {
        return jdbc.sql("select * from tandem.nomination_import where person = ? order by uploaded_at desc, id limit "
                        + RECENT)
                .param(person)
                .query(this::read)
                .list();
    }

    /** @param verdicts which rows; all of them when empty */
    @Transactional(readOnly = true)
    List<Row> rows(UUID id, List<Verdict> verdicts, int from, int most) {
        return jdbc.sql("""
                        select * from tandem.nomination_import_row
                         where import_id = :id and (:all or verdict = any(:verdicts))
                         order by number limit :most offset :from""")
                .param("id", id)
                .param("all", verdicts.isEmpty())
                .param("verdicts", verdicts.stream().map(Enum::name).toArray(String[]::new))
                .param("most", most)
                .param("from", from)
                .query(this::row)
                .list();
    }

    /** @return false when it was confirmed before */
    boolean confirm(UUID id) {
        return jdbc.sql("""
                        update tandem.nomination_import set state = 'RUNNING', confirmed_at = :now
                         where id = :id and state = 'CHECKED'""").param("id", id).param("now", utc(clock.instant())).update() > 0;
    }

    void discard(UUID id) {
        jdbc.sql("delete from tandem.nomination_import where id = :id and state <> 'RUNNING'")
                .param("id", id)
                .update();
    }

    /** Imports that were confirmed and that nobody works on. */
    @Transactional(readOnly = true)
    List<UUID> standingStill() {
        return jdbc.sql("""
                        select id from tandem.nomination_import
                         where state = 'RUNNING' and (worked_until is null or worked_until < :now) order by confirmed_at""")
                .param("now", utc(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** Takes the work over, unless somebody is at it. */
    boolean take(UUID id) {
        return jdbc.sql("""
                        update tandem.nomination_import set worked_until = :until
                         where id = :id and state = 'RUNNING' and (worked_until is null or worked_until < :now)""")
                        .param("id", id)
                        .param("now", utc(clock.instant()))
                        .param("until", utc(clock.instant().plus(LEASE)))
                        .update()
                > 0;
    }

    void stillAtIt(UUID id) {
        jdbc.sql("update tandem.nomination_import set worked_until = :until where id = :id")
                .param("id", id)
                .param("until", utc(clock.instant().plus(LEASE)))
                .update();
    }

    /** Lets go of the work; when no row is left, the import is done. */
    void leave(UUID id) {
        jdbc.sql("""
                        update tandem.nomination_import i
                           set worked_until = null,
                               state = case when good.any then i.state else 'DONE' end,
                               finished_at = case when good.any then null else coalesce(i.finished_at, :now) end
                          from (select exists (select from tandem.nomination_import_row
                                                where import_id = :id and verdict = 'GOOD') as any) good
                         where i.id = :id and i.state = 'RUNNING'""").param("id", id).param("now", utc(clock.instant())).update();
    }

    @Transactional(readOnly = true)
    List<Integer> waiting(UUID id, int most) {
        return jdbc.sql("""
                        select number from tandem.nomination_import_row where import_id = :id and verdict = 'GOOD'
                         order by number limit :most""")
                .param("id", id)
                .param("most", most)
                .query(Integer.class)
                .list();
    }

    /** The row, held for this transaction; nothing when it is done or somebody else is at it. */
    Optional<Row> hold(UUID id, int number) {
        return jdbc.sql("""
                        select * from tandem.nomination_import_row
                         where import_id = :id and number = :number and verdict = 'GOOD' for update skip locked""")
                .param("id", id)
                .param("number", number)
                .query(this::row)
                .optional();
    }

    void settle(UUID id, int number, Verdict verdict, NominationImport.@Nullable Problem problem, List<String> cases) {
        jdbc.sql("""
                        update tandem.nomination_import_row
                           set verdict = :verdict, problems = cast(:problems as jsonb), cases = cast(:cases as jsonb)
                         where import_id = :id and number = :number and verdict = 'GOOD'""")
                .param("id", id)
                .param("number", number)
                .param("verdict", verdict.name())
                .param("problems", write(problem == null ? List.of() : List.of(problem)))
                .param("cases", write(cases))
                .update();
    }

    private NominationImport read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new NominationImport(
                id,
                row.getObject("person", UUID.class),
                row.getString("sign_in_name"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                read(row.getString("notices"), new TypeReference<>() {}),
                instant(row, "uploaded_at").orElseThrow(),
                instant(row, "checked_at").orElseThrow(),
                instant(row, "finished_at").orElse(null),
                instant(row, "worked_until").orElse(null),
                counts(id));
    }

    private Map<Verdict, Integer> counts(UUID id) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        jdbc.sql("select verdict, count(*) from tandem.nomination_import_row where import_id = ? group by verdict")
                .param(id)
                .query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("number"),
                read(row.getString("cells"), new TypeReference<>() {}),
                Verdict.valueOf(row.getString("verdict")),
                problems(row.getString("problems")),
                read(row.getString("cases"), new TypeReference<>() {}));
    }

    private List<Problem> problems(String written) {
        List<Problem> problems = read(written, new TypeReference<>() {});
        return problems.stream()
                .map(problem -> new Problem(problem.field(), messages.asMeant(problem.words())))
                .toList();
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows hold plain values only", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable import", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Refused unknown() {
        return Refused.notFound("selection.import.refused.unknown");
    }
}
