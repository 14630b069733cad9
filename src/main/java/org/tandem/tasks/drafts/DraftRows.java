package org.tandem.tasks.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.platform.Refused;
import org.tandem.platform.StorableText;
import org.tandem.platform.web.OpenedPage;

/** How drafts are written to and read from their table. */
@Component
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class DraftRows {

    /** What {@link #read} needs, of a table called {@code d}. */
    public static final String COLUMNS = "d.id, d.case_id, d.typed, d.saved_at, d.form_hash";

    /** Whether a page may save over the draft {@code d}: its own, or one as the page has shown it; see {@link #page}. */
    public static final String MAY_SAVE = " (cast(:page as uuid) is null or d.page is not distinct from :page"
            + " or d.saved_at <= :opened or d.typed = cast(:typed as jsonb))";

    /** A draft of a page, whose name holds a colon, and not one of a form. */
    public static final String OF_A_PAGE = " task_id is null and form like '%:%'";

    private static final int MOST_CHARACTERS = 400_000;

    /** Of a draft that is added to, as the database writes it. */
    private static final int MOST_ALTOGETHER = 2 * MOST_CHARACTERS;

    private final ObjectMapper json;

    /** @throws Refused with kind TOO_LARGE, so that no draft grows from one time it is saved to the next */
    void requireBounded(int characters) {
        refuse(characters > MOST_ALTOGETHER);
    }

    private static void refuse(boolean tooLarge) {
        if (tooLarge) {
            throw new Refused(Refused.Kind.TOO_LARGE, "tasks.refused.draftTooLarge");
        }
    }

    /**
     * What somebody types survives, whatever it is; the check of the form names the field later.
     *
     * @throws Refused with kind TOO_LARGE
     */
    public String written(Map<String, List<String>> typed) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        typed.forEach((name, texts) -> kept.put(
                StorableText.of(name), texts.stream().map(StorableText::of).toList()));
        try {
            String written = json.writeValueAsString(kept);
            refuse(written.length() > MOST_CHARACTERS);
            return written;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a draft holds only strings", e);
        }
    }

    /** @param page that sends it, null when a machine does */
    public static Map<String, Object> page(@Nullable OpenedPage page) {
        Map<String, Object> about = new HashMap<>();
        about.put("page", page == null ? null : page.id());
        about.put("opened", page == null ? null : page.at().atOffset(ZoneOffset.UTC));
        return about;
    }

    public Draft read(ResultSet row, int number) throws SQLException {
        try {
            return new Draft(
                    row.getObject("id", UUID.class),
                    row.getString("case_id"),
                    json.readValue(row.getString("typed"), new TypeReference<LinkedHashMap<String, List<String>>>() {}),
                    row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                    row.getString("form_hash"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable draft", e);
        }
    }
}
