package org.tandem.proposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation with rows in the budget and a line for its signature.
 *
 * @param code of a party its agency; of others given when they are added
 * @param attachment the letter by which it takes part, null for parties
 */
public record Organisation(
        String code, String name, @Nullable UUID attachment) {

    /** What codes given to organisations beyond the parties begin with. */
    static final String GIVEN = "ORG";

    /** What a table calls it: an agency its code, others, whose code no reader knows, their name. */
    public String shortName() {
        return code.matches(GIVEN + "\\d+") ? name : code;
    }

    /** Recorded with a letter, beyond the parties. */
    boolean wasAdded() {
        return attachment != null;
    }
}
