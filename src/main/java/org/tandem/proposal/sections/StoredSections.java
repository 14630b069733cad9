package org.tandem.proposal.sections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.platform.web.OpenedPage;

/**
 * Where sections are kept: as they are now, and every version. Of what a page saves by itself while somebody types, the last
 * of every five minutes is kept.
 */
@Component
@RequiredArgsConstructor
class StoredSections {

    static final int MOST_LISTED = 200;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    /** By their codes. */
    Map<String, StoredSection> of(CaseId id) {
        return jdbc
                .sql("select * from tandem.proposal_section where case_id = ?")
                .param(id.value())
                .query(this::read)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredSection::section, Function.identity()));
    }

    Optional<StoredSection> find(CaseId id, String section) {
        return jdbc.sql("select * from tandem.proposal_section where case_id = ? and section = ?")
                .params(id.value(), section)
                .query(this::read)
                .optional();
    }

    /** @param words how many, null when it was saved before they were counted */
    record Saved(
            int revision,
            UUID changedBy,
            Instant changedAt,
            @Nullable Integer words) {}

    /** The latest, newest first, without what they say. */
    List<Saved> versions(CaseId id, String section) {
        return jdbc.sql("""
                        select revision, changed_by, changed_at, words from tandem.proposal_section_version
                         where case_id = ? and section = ? order by revision desc limit\s""" + MOST_LISTED)
                .params(id.value(), section)
                .query((row, number) -> new Saved(
                        row.getInt("revision"),
                        row.getObject("changed_by", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("words", Integer.class)))
                .list();
    }

    Optional<StoredSection> version(CaseId id, String section, int revision) {
        return jdbc.sql("select * from tandem.proposal_section_version"
                        + " where case_id = ? and section = ? and revision = ?")
                .params(id.value(), section, revision)
                .query(this::read)
                .optional();
    }

    /** Whether anybody has saved it since this revision from another page, or without one. */
    boolean changedElsewhere(CaseId id, String section, int since, @Nullable OpenedPage page) {
        return jdbc.sql("""
                        select exists (select from tandem.proposal_section_version
                                        where case_id = :id and section = :section and revision > :since
                                          and (page is null or page is distinct from :page))""")
                .params(about(id, section, page))
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    /** The caller holds the proposal. @param page that saves it, null when a machine does */
    void save(CaseId id, StoredSection saved, @Nullable OpenedPage page) {
        Map<String, @Nullable Object> row = about(id, saved.section(), page);
        row.put("content", written(saved.content()));
        row.put("words", SectionReading.words(saved.content()));
        row.put("revision", saved.revision());
        row.put("by", saved.changedBy());
        row.put("at", Objects.requireNonNull(saved.changedAt()).atOffset(ZoneOffset.UTC));
        jdbc.sql("""
                        delete from tandem.proposal_section_version
                         where case_id = :id and section = :section and page = :page
                           and date_bin('5 minutes', changed_at, 'epoch') = date_bin('5 minutes', :at, 'epoch')""").params(row).update();
        jdbc.sql("""
                        insert into tandem.proposal_section_version
                          (case_id, section, revision, content, words, changed_by, changed_at, page)
                        values (:id, :section, :revision, cast(:content as jsonb), :words, :by, :at, :page)""").params(row).update();
        jdbc.sql("""
                        insert into tandem.proposal_section (case_id, section, revision, content, changed_by, changed_at)
                        values (:id, :section, :revision, cast(:content as jsonb), :by, :at)
                        on conflict (case_id, section) do update
                        set revision = excluded.revision, content = excluded.content,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""").params(row).update();
    }

    private static Map<String, @Nullable Object> about(CaseId id, String section, @Nullable OpenedPage page) {
        Map<String, @Nullable Object> about = new HashMap<>();
        about.put("id", id.value());
        about.put("section", section);
        about.put("page", page == null ? null : page.id());
        return about;
    }

    private String written(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a section holds only texts, lists and rows", e);
        }
    }

    private StoredSection read(ResultSet row, int number) throws SQLException {
        try {
            return new StoredSection(
                    row.getString("section"),
                    json.readValue(row.getString("content"), new TypeReference<LinkedHashMap<String, Object>>() {}),
                    row.getInt("revision"),
                    row.getObject("changed_by", UUID.class),
                    row.getObject("changed_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable section", e);
        }
    }
}
