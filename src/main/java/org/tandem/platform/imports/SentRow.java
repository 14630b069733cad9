package org.tandem.platform.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.TextRules;

/**
 * A row as it was sent.
 *
 * @param cells by the code of their column, without empty ones
 * @param problems of the cells themselves; what else is wrong with the same column is not said then
 */
public record SentRow(int number, Map<String, String> cells, List<Refused> problems) {

    /** What was written for a field, or null. */
    public @Nullable String text(String field) {
        String text = cells.get(ImportColumn.code(field));
        return text == null || TextRules.isEmpty(text) ? null : TextRules.clean(text);
    }
}
