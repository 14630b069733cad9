package org.tandem.platform.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/**
 * A column of a spreadsheet. What to write into it is the message {@code column.<code>} of the import.
 *
 * @param field what refusals call it; a refusal of {@code gain.A3} is about the column {@code gains}
 * @param label message key of its heading where rows are shown; null when it is not shown
 */
public record ImportColumn(
        String field, boolean isRequired, @Nullable String label, Function<SignedIn, String> example) {

    /** Written by us beside rows that came to nothing; not read again. */
    static final String PROBLEMS = "problems";

    public static ImportColumn required(String field, String example) {
        return new ImportColumn(field, true, null, who -> example);
    }

    public static ImportColumn optional(String field, String example) {
        return new ImportColumn(field, false, null, who -> example);
    }

    public ImportColumn example(Function<SignedIn, String> forPerson) {
        return new ImportColumn(field, isRequired, label, forPerson);
    }

    public ImportColumn shown(String heading) {
        return new ImportColumn(field, isRequired, heading, example);
    }

    public String exampleFor(SignedIn who) {
        return example.apply(who);
    }

    /** As it stands in the first line of the file. */
    public String code() {
        return code(field);
    }

    static String code(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Case, spaces and hyphens do not matter. */
    static Optional<ImportColumn> named(List<ImportColumn> columns, String header) {
        return columns.stream()
                .filter(column -> folded(column.field).equals(folded(header)))
                .findFirst();
    }

    static Optional<ImportColumn> about(List<ImportColumn> columns, @Nullable String field) {
        String name = field == null ? "" : field.split("\\.")[0];
        return columns.stream()
                .filter(column -> column.field.equals(name) || column.field.equals(name + "s"))
                .findFirst();
    }

    Refused problem(String why, Object... args) {
        return Refused.invalid(field, "platform.import.problem." + why, args);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }
}
