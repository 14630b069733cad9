package org.tandem.selection;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What stands already: cases of a subject, and how many countries a wave has. Asked live, or of a picture of it all. */
interface Standing {

    /** The case that keeps this country and area from being nominated again. */
    Optional<String> openCase(String framework, String country, String area);

    /** The case that was opened from the same row of a spreadsheet. */
    Optional<String> caseOfRow(String importKey);

    /** Countries of the wave that are open or selected, other than this one (S-005). */
    int otherOpenCountries(String framework, String country);

    /** How many countries a wave may have. */
    OptionalInt ceiling(String framework);

    /** What the decision table says to these facts. */
    default String verdict(Eligibility.Facts facts, Function<Eligibility.Facts, String> table) {
        return table.apply(facts);
    }
}
