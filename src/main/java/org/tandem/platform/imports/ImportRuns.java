package org.tandem.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.tandem.platform.SignedIn;
import org.tandem.platform.StoredMessages;
import org.tandem.platform.UuidV7;
import org.tandem.platform.imports.ImportRun.Problem;
import org.tandem.platform.imports.ImportRun.Row;
import org.tandem.platform.imports.ImportRun.State;
import org.tandem.platform.imports.ImportRun.Verdict;

/** Where uploaded spreadsheets are kept, for their owner alone. */
@Component
@Transactional
@RequiredArgsConstructor
class ImportRuns {

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

    UUID add(SpreadsheetImport declared, SignedIn who, String fileName, List<Message> notices, List<Row> rows) {
        UUID id = ids.next();
        jdbc.sql("delete from tandem.import_run where person = ? and uploaded_at < ? and state <> 'RUNNING'")
                .params(who.personId(), now().minus(KEPT))
                .update();
        jdbc.sql("""
                        insert into tandem.import_run
                               (id, kind, person, sign_in_name, file_name, state, notices, uploaded_at, checked_at)
                        values (:id, :kind, :person, :name, :file, 'CHECKED', cast(:notices as jsonb), :now, :now)""")
                .param("id", id)
                .param("kind", declared.place().key())
                .param("person", who.personId())
                .param("name", who.username())
                .param("file", fileName)
                .param("notices", write(notices))
                .param("now", now())
                .update();
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.sql("""
                            insert into tandem.import_row (import_id, number, cells, verdict, problems, cases)
                            select ?, r.number, r.cells, r.verdict, r.problems, r.cases
                              from jsonb_to_recordset(cast(? as jsonb))
                                   as r(number int, cells jsonb, verdict text, problems jsonb, cases jsonb)""")
                    .params(id, write(rows.subList(from, Math.min(from + BATCH, rows.size()))))
                    .update();
        }
        return id;
    }

    /** @throws Refused with kind NOT_FOUND when there is none, or it is another person's */
    @Transactional(readOnly = true)
    ImportRun of(SpreadsheetImport declared, UUID id, SignedIn who) {
        return find(id).filter(run -> run.person().equals(who.personId()))
                .filter(run -> run.kind().equals(declared.place().key()))
                .orElseThrow(() -> Refused.notFound("platform.import.refused.unknown"));
    }

    @Transactional(readOnly = true)
    Optional<ImportRun> find(UUID id) {
        return jdbc.sql("select * from tandem.import_run where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    List<ImportRun> recent(SpreadsheetImport declared, SignedIn who) {
        return jdbc.sql("select * from tandem.import_run where person = ? and kind = ?"
                        + " order by uploaded_at desc, id limit 10")
                .params(who.personId(), declared.place().key())
                .query(this::read)
                .list();
    }

    /** @param verdicts which rows; all of them when empty */
    @Transactional(readOnly = true)
    List<Row> rows(UUID id, List<Verdict> verdicts, int from, int most) {
        return jdbc.sql("""
                        select * from tandem.import_row
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

    /** Changes nothing when it was confirmed before. */
    void confirm(UUID id) {
        jdbc.sql("update tandem.import_run set state = 'RUNNING', confirmed_at = ? where id = ? and state = 'CHECKED'")
                .params(now(), id)
                .update();
    }

    void discard(UUID id) {
        jdbc.sql("delete from tandem.import_run where id = ? and state <> 'RUNNING'")
                .param(id)
                .update();
    }

    /** Imports that were confirmed and that nobody works on. */
    @Transactional(readOnly = true)
    List<UUID> standingStill() {
        return jdbc.sql("""
                        select id from tandem.import_run
                         where state = 'RUNNING' and (worked_until is null or worked_until < ?) order by confirmed_at""").param(now()).query(UUID.class).list();
    }

    /** Takes the work over, unless somebody is at it. */
    boolean take(UUID id) {
        return jdbc.sql("""
                        update tandem.import_run set worked_until = ?
                         where id = ? and state = 'RUNNING' and (worked_until is null or worked_until < ?)""").params(now().plus(LEASE), id, now()).update() > 0;
    }

    void stillAtIt(UUID id) {
        jdbc.sql("update tandem.import_run set worked_until = ? where id = ?")
                .params(now().plus(LEASE), id)
                .update();
    }

    /** Lets go of the work; when no row is left, the import is done. */
    void leave(UUID id) {
        jdbc.sql("""
                        update tandem.import_run i
                           set worked_until = null,
                               state = case when good.any then i.state else 'DONE' end,
                               finished_at = case when good.any then null else coalesce(i.finished_at, :now) end
                          from (select exists (select from tandem.import_row
                                                where import_id = :id and verdict = 'GOOD') as any) good
                         where i.id = :id and i.state = 'RUNNING'""").param("id", id).param("now", now()).update();
    }

    /** The row, held for this transaction; nothing when it is done or somebody else is at it. */
    Optional<Row> hold(UUID id, int number) {
        return jdbc.sql("""
                        select * from tandem.import_row
                         where import_id = ? and number = ? and verdict = 'GOOD' for update skip locked""").params(id, number).query(this::row).optional();
    }

    void settle(UUID id, int number, Verdict verdict, List<Problem> problems, List<String> cases) {
        jdbc.sql("""
                        update tandem.import_row
                           set verdict = ?, problems = cast(? as jsonb), cases = cast(? as jsonb)
                         where import_id = ? and number = ? and verdict = 'GOOD'""")
                .params(verdict.name(), write(problems), write(cases), id, number)
                .update();
    }

    private ImportRun read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ImportRun(
                id,
                row.getString("kind"),
                row.getObject("person", UUID.class),
                row.getString("sign_in_name"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                read(row.getString("notices"), new TypeReference<>() {}),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                instant(row, "worked_until"),
                counts(id));
    }

    private Map<Verdict, Integer> counts(UUID id) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        jdbc.sql("select verdict, count(*) from tandem.import_row where import_id = ? group by verdict")
                .param(id)
                .query((row, number) -> counts.put(Verdict.valueOf(row.getString(1)), row.getInt(2)))
                .list();
        return counts;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        List<Problem> problems = read(row.getString("problems"), new TypeReference<>() {});
        return new Row(
                row.getInt("number"),
                read(row.getString("cells"), new TypeReference<>() {}),
                Verdict.valueOf(row.getString("verdict")),
                problems.stream()
                        .map(problem -> new Problem(problem.field(), messages.asMeant(problem.words())))
                        .toList(),
                read(row.getString("cases"), new TypeReference<>() {}));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
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

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
