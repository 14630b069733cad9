package org.tandem.tasks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.platform.Refused;

/** Where a page of the inbox ended: the next begins after it, whatever has come or gone meanwhile. */
record TaskCursor(int rank, Instant at, String id) {

    private static final Pattern SHAPE =
            Pattern.compile("(-?\\d{1,9})\\|(\\d{4}-[0-9TZ:.-]{5,35})\\|([A-Za-z0-9_-]{1,64})");

    /** @param byName codes of all countries in the order of their names */
    static TaskCursor after(OpenTask last, TaskFilter.Sort sort, List<String> byName) {
        Instant at = sort == TaskFilter.Sort.NEWEST ? last.createdAt() : java.util.Objects.requireNonNull(last.dueAt());
        int rank = sort == TaskFilter.Sort.COUNTRY ? byName.indexOf(last.country()) + 1 : -last.priority();
        return new TaskCursor(rank, at, last.id());
    }

    /** @throws Refused when it is none of ours */
    static TaskCursor parse(String text) {
        try {
            Matcher parts = SHAPE.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (parts.matches()) {
                return new TaskCursor(Integer.parseInt(parts.group(1)), Instant.parse(parts.group(2)), parts.group(3));
            }
        } catch (RuntimeException malformed) {
            // falls through to the refusal
        }
        throw Refused.invalid("after", "tasks.refused.cursor");
    }

    String text() {
        String plain = rank + "|" + at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
