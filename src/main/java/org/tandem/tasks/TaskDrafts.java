package org.tandem.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.platform.UuidV7;
import org.tandem.platform.web.OpenedPage;
import org.tandem.tasks.drafts.Draft;
import org.tandem.tasks.drafts.DraftElsewhere;
import org.tandem.tasks.drafts.DraftRows;

/** What somebody has typed into a task's form: one draft for each task and person. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class TaskDrafts {

    private final JdbcClient jdbc;
    private final DraftRows rows;
    private final Clock clock;
    private final UuidV7 ids;

    /** @return when it was saved */
    public Instant save(OpenTask task, UUID person, Map<String, List<String>> typed) {
        return save(task, person, typed, null);
    }

    /**
     * @param page that sends it, null when a machine does
     * @throws DraftElsewhere when another page has saved it since this one was opened
     */
    public Instant save(OpenTask task, UUID person, Map<String, List<String>> typed, @Nullable OpenedPage page) {
        Instant now = clock.instant();
        int written = jdbc.sql("""
                        insert into tandem.form_draft as d (id, person, form, case_id, task_id, typed, saved_at, page)
                        values (:id, :person, :form, :case, :task, cast(:typed as jsonb), :now, :page)
                        on conflict (task_id, person) where task_id is not null
                        do update set typed = excluded.typed, saved_at = excluded.saved_at, page = excluded.page
                        where""" + DraftRows.MAY_SAVE)
                .param("id", ids.next())
                .param("person", person)
                .param("form", task.key())
                .param("case", task.caseId())
                .param("task", task.id())
                .param("typed", rows.written(typed))
                .param("now", TaskTable.utc(now))
                .params(DraftRows.page(page))
                .update();
        if (written == 0) {
            throw new DraftElsewhere(of(task, person).orElseThrow());
        }
        return now;
    }

    /** @throws DraftElsewhere when another page has saved something else since this one was opened */
    @Transactional(readOnly = true)
    public void refuseUnseen(OpenTask task, UUID person, Map<String, List<String>> typed, @Nullable OpenedPage page) {
        if (page == null) {
            return;
        }
        jdbc.sql("select " + DraftRows.COLUMNS + " from tandem.form_draft d"
                        + " where d.task_id = :task and d.person = :person and not" + DraftRows.MAY_SAVE)
                .param("task", task.id())
                .param("person", person)
                .param("typed", rows.written(typed))
                .params(DraftRows.page(page))
                .query(rows::read)
                .optional()
                .ifPresent(other -> {
                    throw new DraftElsewhere(other);
                });
    }

    /** The person's own of this task; else of a task in whose place it came: same case, step and party, cancelled. */
    @Transactional(readOnly = true)
    public Optional<Draft> of(OpenTask task, UUID person) {
        return jdbc.sql("select " + DraftRows.COLUMNS + " " + """
                        from tandem.form_draft d left join tandem.task t on t.id = d.task_id
                        where d.case_id = :case and d.form = :key and d.person = :person
                          and (d.task_id is null or d.task_id = :task
                               or t.state = 'CANCELLED' and t.party is not distinct from :party)
                        order by d.task_id = :task desc nulls last, d.saved_at desc limit 1""")
                .param("case", task.caseId())
                .param("key", task.key())
                .param("person", person)
                .param("task", task.id())
                .param("party", task.party())
                .query(rows::read)
                .optional();
    }
}
