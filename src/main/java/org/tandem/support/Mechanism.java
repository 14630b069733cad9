package org.tandem.support;

import java.time.Instant;
import java.util.List;
import org.tandem.people.PersonName;

/**
 * The joint mechanism of one framework: who sits in it and what is before it (S-029).
 *
 * @param openPoints what the founding documents leave open about it, in the reader's language
 * @param minutes divergences that were settled, the latest first
 */
record Mechanism(
        String framework,
        String title,
        List<Seat> seats,
        List<String> openPoints,
        List<SupportChoices.Line> requests,
        SupportList.Figures figures,
        List<Matter> divergences,
        List<Matter> minutes) {

    /** @param function which mandate, in words */
    record Seat(String agency, String function, List<PersonName> holders) {}

    /** A divergence before the mechanism, or settled. */
    record Matter(String id, String area, String country, String state, Instant since) {}
}
