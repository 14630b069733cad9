package org.tandem.proposal;

import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * Something that is missing or does not fit before a proposal can go out.
 *
 * @param rule code of the rule that found it, as in the data of the fund's form
 * @param words what is missing, and how to mend it
 * @param place where it is, see {@link Places}; a section by its code in the form
 * @param link address of the field to mend it in
 * @param turn agency whose turn it is, null when any writer may mend it
 */
public record Finding(
        Weight weight,
        String rule,
        Message words,
        String place,
        String link,
        @Nullable String turn) {

    /** A blocker keeps a proposal from being READY; a warning is shown and lets it pass. */
    public enum Weight {
        BLOCKER,
        WARNING
    }
}
