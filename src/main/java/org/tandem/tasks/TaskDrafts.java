package org.tandem.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
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
import org.tandem.platform.StorableText;

/** What somebody has typed into a task's form and not yet sent. Only its writer ever sees it. */
@Component
@Transactional
public class TaskDrafts {

    private static final int LIMIT_CHARACTERS = 400_000;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param typed field name to the values as they were typed, unchecked */
    public record Draft(Map<String, List<String>> typed, Instant savedAt) {}

    public Draft save(CaseId id, String taskKey, UUID person, Map<String, List<String>> typed) {
        Draft draft = new Draft(storable(typed), clock.instant());
        String written = write(draft.typed());
        if (written.length() > LIMIT_CHARACTERS) {
            throw new Refused(Refused.Kind.TOO_LARGE, "tasks.refused.draftTooLarge");
        }
        jdbc.sql("""
                        insert into tandem.task_draft (case_id, task_key, person, typed, saved_at)
                        values (?, ?, ?, cast(? as jsonb), ?)
                        on conflict (case_id, task_key, person)
                        do update set typed = excluded.typed, saved_at = excluded.saved_at""")
                .params(id.value(), taskKey, person, written, TaskTable.utc(draft.savedAt()))
                .update();
        return draft;
    }

    @Transactional(readOnly = true)
    public Optional<Draft> of(CaseId id, String taskKey, UUID person) {
        return jdbc.sql(
                        "select typed, saved_at from tandem.task_draft where case_id = ? and task_key = ? and person = ?")
                .params(id.value(), taskKey, person)
                .query((row, number) -> new Draft(
                        read(row.getString("typed")),
                        row.getObject("saved_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .optional();
    }

    /** What somebody types survives, whatever it is; the check of the form names the field later. */
    private static Map<String, List<String>> storable(Map<String, List<String>> typed) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        typed.forEach((name, texts) -> kept.put(
                StorableText.of(name), texts.stream().map(StorableText::of).toList()));
        return kept;
    }

    private String write(Map<String, List<String>> typed) {
        try {
            return json.writeValueAsString(typed);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft holds only strings", e);
        }
    }

    private Map<String, List<String>> read(String typed) {
        try {
            return json.readValue(typed, new TypeReference<Map<String, List<String>>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable draft", e);
        }
    }
}
