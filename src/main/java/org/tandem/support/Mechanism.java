package org.tandem.support;

import java.util.List;
import java.util.Map;
import org.tandem.people.PersonName;
import org.tandem.platform.register.Register;

/**
 * The joint mechanism of one framework: who sits in it and what is before it (S-029).
 *
 * @param openPoints what the founding documents leave open about it, in the reader's language
 * @param divergences those that have climbed up to it and wait
 * @param minutes those it has settled, the latest first
 */
record Mechanism(
        String framework,
        String title,
        List<Seat> seats,
        List<String> openPoints,
        Register.Extract requests,
        Map<String, Long> figures,
        Register.Extract divergences,
        Register.Extract minutes) {

    /**
     * @param function which mandate, in words
     * @param decides whether it agrees to outcomes, or prepares them
     * @param holders empty where it depends on the country who holds it
     */
    record Seat(String agency, String role, String function, boolean decides, List<PersonName> holders) {}
}
