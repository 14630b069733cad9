package org.tandem.tasks.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/** What somebody has typed on a page that answers several tasks: one draft for each person and page, the latest hundred. */
@Component
@Transactional
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class PageDrafts {

    private static final int MOST_OF_A_PERSON = 100;

    /** What was typed in the draft {@code d} for tasks that are open and not on the page; their ids stand in the names. */
    private static final String OF_OTHERS = " (select coalesce(jsonb_object_agg(n.name, n.typed), '{}')"
            + " from jsonb_each(d.typed) n(name, typed) join tandem.task t on t.id = split_part(n.name, '.', 2)"
            + " where t.state = 'OPEN' and t.id <> all(:shown) and n.typed <> '[\"\"]') ";

    private static final String ITS_OWN = " where person = ? and form = ? and" + DraftRows.OF_A_PAGE;

    private final JdbcClient jdbc;
    private final DraftRows rows;
    private final Clock clock;
    private final UuidV7 ids;

    /**
     * @param page name of the page, with a colon, unlike that of any form
     * @param opened the look at it that sends this
     * @return when it was saved
     * @throws DraftElsewhere when it was saved from another tab since this one was opened
     */
    public Instant save(String page, UUID person, Map<String, List<String>> typed, @Nullable OpenedPage opened) {
        return save(page, person, typed, "", List.of(), opened);
    }

    /**
     * What was typed for tasks that do not stand on the page stays.
     *
     * @param shown tasks on the page
     */
    public Instant save(
            String page,
            UUID person,
            Map<String, List<String>> typed,
            Collection<String> shown,
            @Nullable OpenedPage opened) {
        Map<String, List<String>> written = new LinkedHashMap<>(typed);
        written.put(Draft.SHOWN, List.copyOf(shown));
        return save(page, person, written, OF_OTHERS + "||", shown, opened);
    }

    private Instant save(
            String page,
            UUID person,
            Map<String, List<String>> typed,
            String kept,
            Collection<String> shown,
            @Nullable OpenedPage opened) {
        Instant now = clock.instant();
        Optional<Integer> length = jdbc.sql("""
                        insert into tandem.form_draft as d (id, person, form, typed, saved_at, page)
                        values (:id, :person, :form, cast(:typed as jsonb), :now, :page)
                        on conflict (person, form) where""" + DraftRows.OF_A_PAGE + """
                         do update
                        set typed =""" + kept + """
                         excluded.typed, saved_at = excluded.saved_at, page = excluded.page
                        where""" + DraftRows.MAY_SAVE
                        + " returning length(d.typed::text)")
                .param("id", ids.next())
                .param("person", person)
                .param("form", page)
                .param("typed", rows.written(typed))
                .param("shown", shown.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .params(DraftRows.page(opened))
                .query(Integer.class)
                .optional();
        rows.requireBounded(
                length.orElseThrow(() -> new DraftElsewhere(of(page, person).orElseThrow())));
        jdbc.sql("delete from tandem.form_draft where id in (select id from tandem.form_draft where person = ? and"
                        + DraftRows.OF_A_PAGE + " order by saved_at desc, id desc offset " + MOST_OF_A_PERSON + ")")
                .param(person)
                .update();
        return now;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> of(String page, UUID person) {
        return jdbc.sql("select " + DraftRows.COLUMNS + " from tandem.form_draft d" + ITS_OWN)
                .params(person, page)
                .query(rows::read)
                .optional();
    }

    public void forget(String page, UUID person) {
        jdbc.sql("delete from tandem.form_draft" + ITS_OWN).params(person, page).update();
    }

    /** What was typed for tasks that are open stays, and what stands under these names; the rest has been sent. */
    public void forgetSent(String page, UUID person, String... staying) {
        jdbc.sql("update tandem.form_draft d set typed =" + OF_OTHERS + "|| (select coalesce(jsonb_object_agg(s.name,"
                        + " s.typed), '{}') from jsonb_each(d.typed) s(name, typed) where s.name = any(:staying))"
                        + " where person = :person and form = :form and" + DraftRows.OF_A_PAGE)
                .param("shown", new String[0])
                .param("staying", staying)
                .param("person", person)
                .param("form", page)
                .update();
        jdbc.sql("delete from tandem.form_draft" + ITS_OWN + " and typed - ? = '{}'")
                .params(person, page, Draft.SHOWN)
                .update();
    }

    /** What was typed is saved elsewhere now; a draft of another tab that this one has not shown stays. */
    public void forget(String page, UUID person, Map<String, List<String>> typed, @Nullable OpenedPage opened) {
        jdbc.sql("delete from tandem.form_draft d where person = :person and form = :form and" + DraftRows.OF_A_PAGE
                        + " and" + DraftRows.MAY_SAVE)
                .param("person", person)
                .param("form", page)
                .param("typed", rows.written(typed))
                .params(DraftRows.page(opened))
                .update();
    }
}
