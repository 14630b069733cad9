package org.tandem.cases;

import java.util.regex.Pattern;

/**
 * {@code <framework short code>-<ISO3>-<area>[-n]}, e.g. {@code FFA-SOM-A7} (D18); what belongs to such a case adds a letter and
 * a number, e.g. {@code FFA-SOM-A7-D1} for its first divergence. Business key of every process of the case.
 */
public record CaseId(String value) {

    /** The same shape as a path pattern for request mappings. */
    public static final String PATH =
            "{caseId:[A-Z0-9]+(?:-[A-Z0-9]+)*-[A-Z]{3}-[A-Za-z0-9]+(?:-[0-9]+)?(?:-[A-Z][0-9]+)?}";

    private static final Pattern SHAPE =
            Pattern.compile("[A-Z0-9]+(?:-[A-Z0-9]+)*-[A-Z]{3}-[A-Za-z0-9]+(?:-[0-9]+)?(?:-[A-Z][0-9]+)?");

    public CaseId {
        if (value.length() > 60 || !SHAPE.matcher(value).matches()) {
            throw new CaseRefused.Unknown(value);
        }
    }

    /** @param renewal 1 for the first case of a subject, 2 and more for a renewed one */
    public static CaseId of(String framework, String country, String area, int renewal) {
        String first = framework + "-" + country + "-" + area;
        return new CaseId(renewal <= 1 ? first : first + "-" + renewal);
    }

    /** @param letter the kind of case, D for a divergence, S for a support request */
    public CaseId below(char letter, int number) {
        return new CaseId(value + "-" + letter + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
