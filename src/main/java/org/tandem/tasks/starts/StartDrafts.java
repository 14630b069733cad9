package org.tandem.tasks.starts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.Refused;
import org.tandem.platform.database.LockWaiters;
import org.tandem.platform.web.OpenedPage;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.drafts.DraftRows;

/** What people have begun and not sent, one draft for each form somebody opened; also knows which of them were sent already. */
@Component
@Transactional
@RequiredArgsConstructor
class StartDrafts {

    private static final int MOST_SHOWN = 10;
    private static final int MOST_OF_A_PERSON = 100;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MADE_HERE = 7;
    private static final String UNSENT = " d.person = :person and d.led_to is null and d.typed <> '{}' and not ("
            + DraftRows.OF_A_PAGE + ") and d.task_id is null";
    private static final String ITS_OWN = " where id = :id and person = :person and form = :form and task_id is null";

    private final JdbcClient jdbc;
    private final DraftRows rows;
    private final LockWaiters waiters;
    private final Clock clock;

    /**
     * @return when it was saved; nothing when it was sent meanwhile
     * @throws Refused when it is somebody else's, or another form's
     * @throws DraftElsewhere when another page has saved it since this one was opened
     */
    Optional<Instant> save(
            UUID id,
            StartForm start,
            @Nullable String caseId,
            UUID person,
            Map<String, List<String>> typed,
            @Nullable String hash,
            @Nullable OpenedPage page) {
        refuseUnlikeOurs(id);
        refuseOneTooMany(id, person);
        Instant now = clock.instant();
        int written = jdbc.sql("""
                        insert into tandem.form_draft as d (id, person, form, case_id, form_hash, typed, saved_at, page)
                        values (:id, :person, :form, :case, :hash, cast(:typed as jsonb), :now, :page)
                        on conflict (id) do update
                        set typed = excluded.typed, form_hash = excluded.form_hash, saved_at = excluded.saved_at,
                            page = excluded.page
                        where d.person = excluded.person and d.form = excluded.form and d.task_id is null and d.led_to is null
                          and""" + DraftRows.MAY_SAVE)
                .param("id", id)
                .param("person", person)
                .param("form", start.place().key())
                .param("case", caseId)
                .param("hash", hash)
                .param("typed", rows.written(typed))
                .param("now", utc(now))
                .params(DraftRows.page(page))
                .update();
        if (written == 0) {
            find(id, start, person).ifPresent(other -> {
                throw new DraftElsewhere(other);
            });
            ledTo(id, start, person).orElseThrow(StartDrafts::foreign);
        }
        jdbc.sql("delete from tandem.form_draft where person = :person and task_id is null and saved_at < :old")
                .param("person", person)
                .param("old", utc(now.minus(KEPT)))
                .update();
        return written == 0 ? Optional.empty() : Optional.of(now);
    }

    @Transactional(readOnly = true)
    Optional<Draft> find(UUID id, StartForm start, UUID person) {
        return jdbc.sql("select " + DraftRows.COLUMNS + " from tandem.form_draft d"
                        + " where d.id = :id and d.form = :form and" + UNSENT)
                .param("person", person)
                .param("form", start.place().key())
                .param("id", id)
                .query(rows::read)
                .optional();
    }

    /** Where it led when it was sent. */
    @Transactional(readOnly = true)
    Optional<String> ledTo(UUID id, StartForm start, UUID person) {
        return jdbc.sql("select led_to from tandem.form_draft" + ITS_OWN + " and led_to is not null")
                .param("id", id)
                .param("person", person)
                .param("form", start.place().key())
                .query(String.class)
                .optional();
    }

    /** What the person has begun of this kind and not sent, about this case where it is about one; the latest first. */
    @Transactional(readOnly = true)
    List<Draft> begun(StartForm start, @Nullable String caseId, UUID person) {
        return jdbc.sql("select " + DraftRows.COLUMNS + " from tandem.form_draft d where" + UNSENT
                        + " and d.form = :form and (cast(:case as text) is null or d.case_id = :case)"
                        + " order by d.saved_at desc, d.id limit " + MOST_SHOWN)
                .param("person", person)
                .param("form", start.place().key())
                .param("case", caseId)
                .query(rows::read)
                .list();
    }

    /** @param form key and case of what was discarded */
    record Discarded(String form, @Nullable String caseId) {}

    Optional<Discarded> discard(UUID id, UUID person) {
        return jdbc.sql("delete from tandem.form_draft d where d.id = :id and" + UNSENT + " returning form, case_id")
                .param("id", id)
                .param("person", person)
                .query((row, number) -> new Discarded(row.getString(1), row.getString(2)))
                .optional();
    }

    /**
     * Takes this draft for the running transaction: of two clicks the second waits here until the first is done.
     *
     * @return where the first has led
     */
    Optional<String> hold(UUID id, StartForm start, UUID person) {
        refuseUnlikeOurs(id);
        return waiters.take("draft " + id, () -> {
            jdbc.sql("""
                            insert into tandem.form_draft (id, person, form, typed, saved_at)
                            values (:id, :person, :form, '{}', :now) on conflict (id) do nothing""")
                    .param("id", id)
                    .param("person", person)
                    .param("form", start.place().key())
                    .param("now", utc(clock.instant()))
                    .update();
            String ledTo = jdbc.sql("select coalesce(led_to, '') from tandem.form_draft" + ITS_OWN + " for update")
                    .param("id", id)
                    .param("person", person)
                    .param("form", start.place().key())
                    .query(String.class)
                    .optional()
                    .orElseThrow(StartDrafts::foreign);
            return Optional.of(ledTo).filter(to -> !to.isEmpty());
        });
    }

    void sent(UUID id, StartForm start, UUID person, String ledTo) {
        jdbc.sql("update tandem.form_draft set typed = '{}', led_to = :to" + ITS_OWN)
                .param("id", id)
                .param("person", person)
                .param("form", start.place().key())
                .param("to", ledTo)
                .update();
    }

    /** Whoever makes up an id could make up one that somebody else is about to use. */
    private static void refuseUnlikeOurs(UUID id) {
        if (id.version() != MADE_HERE) {
            throw foreign();
        }
    }

    private static Refused foreign() {
        return Refused.conflict("tasks.refused.draftForeign");
    }

    private void refuseOneTooMany(UUID id, UUID person) {
        int others = jdbc.sql("select count(*) from tandem.form_draft d where d.id <> :id and" + UNSENT)
                .param("person", person)
                .param("id", id)
                .query(Integer.class)
                .single();
        if (others >= MOST_OF_A_PERSON) {
            throw Refused.conflict("tasks.refused.tooManyDrafts", others);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
