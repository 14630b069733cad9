package org.tandem.platform.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a register, ready to show.
 *
 * @param sentences what is said of how many there are
 * @param headings message keys of the columns
 * @param query what a saved view of it keeps
 */
record RegisterTable(
        Heading heading,
        List<Button> actions,
        List<Register.Note> notes,
        List<Field> filters,
        List<Choice> orders,
        String order,
        boolean narrowed,
        List<String> sentences,
        List<String> headings,
        List<List<List<Cell>>> lines,
        long first,
        long last,
        long total,
        @Nullable String previous,
        @Nullable String next,
        String csv,
        String xlsx,
        String query) {

    /** Message keys, what is said where there are no rows among them; and the address without any choice. */
    record Heading(String address, String title, @Nullable String lead, String nothing, String nothingHint) {}

    record Button(String label, String href) {}

    /** @param choices null for a text to type */
    record Field(
            String key,
            String label,
            @Nullable String chosen,
            @Nullable List<Group> groups) {}

    record Group(String name, List<Choice> choices) {}
}
