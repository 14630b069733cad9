package org.tandem.platform.imports;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/**
 * A spreadsheet that people may upload, declared once as a bean: its columns, and what checks and opens a row. Pages, template,
 * API and its description, storage and the work in the background come from this.
 */
public interface SpreadsheetImport {

    ImportPlace place();

    List<ImportColumn> columns();

    /** @throws Refused when somebody may import nothing here; asked again before each row is opened */
    void mayImport(SignedIn who);

    /** Judges the rows of one file from top to bottom and opens nothing. What reads the cells may add problems to the row. */
    Function<SentRow, Judged> judge(SignedIn who);

    /**
     * Does what a good row asks for, in the transaction that notes it.
     *
     * @return ids of what came of it, each once
     * @throws Refused when the rules say no by now
     */
    List<String> open(SentRow row, SignedIn who);

    /** What is said of a row that is about the same as an earlier one of its file. */
    default Refused sameAs(int row) {
        return Refused.conflict("platform.import.problem.same", row);
    }

    /** Lines of a second sheet of the template, headings first: codes that can be written into the columns. */
    default List<List<String>> codes(SignedIn who) {
        return List.of();
    }

    /**
     * What is to be said of a row.
     *
     * @param subjects what it would open; two rows with one subject are the same
     * @param problems all of them; {@link org.tandem.platform.AlreadyThere} for a subject that is open already
     */
    record Judged(Set<String> subjects, List<Refused> problems) {}
}
