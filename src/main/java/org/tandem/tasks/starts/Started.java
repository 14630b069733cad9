package org.tandem.tasks.starts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * What came of a start.
 *
 * @param path where the person goes next
 * @param said what the next page says; null when it has been said before
 * @param answer what machines get, as one JSON object; empty for none
 */
public record Started(String path, @Nullable Message said, Map<String, Object> answer) {

    private static final Pattern CASE = Pattern.compile("/cases/([^/?#]+).*");

    /** The case whose page comes next. */
    @Nullable
    String caseId() {
        Matcher page = CASE.matcher(path);
        return page.matches() ? page.group(1) : null;
    }
}
