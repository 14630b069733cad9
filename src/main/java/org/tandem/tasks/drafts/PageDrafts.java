package org.tandem.tasks.drafts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has typed on a page that answers several tasks: one draft for each person and page. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class PageDrafts {

    private final JdbcClient jdbc;
    private final DraftRows rows;
    private final Clock clock;

    /**
     * @param page name of the page, unlike that of any form
     * @return when it was saved
     */
    public Instant save(String page, UUID person, Map<String, List<String>> typed) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into tandem.form_draft (id, person, form, typed, saved_at)
                        values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (id) do update set typed = excluded.typed, saved_at = excluded.saved_at""")
                .params(id(page, person), person, page, rows.written(typed), now.atOffset(ZoneOffset.UTC))
                .update();
        return now;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> of(String page, UUID person) {
        return jdbc.sql("select " + DraftRows.COLUMNS + " from tandem.form_draft d where d.id = ?")
                .param(id(page, person))
                .query(rows::read)
                .optional();
    }

    public void forget(String page, UUID person) {
        jdbc.sql("delete from tandem.form_draft where id = ?")
                .param(id(page, person))
                .update();
    }

    private static UUID id(String page, UUID person) {
        return UUID.nameUUIDFromBytes((person + " " + page).getBytes(StandardCharsets.UTF_8));
    }
}
