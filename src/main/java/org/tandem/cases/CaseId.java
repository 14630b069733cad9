package org.tandem.cases;

import java.util.regex.Pattern;

/**
 * {@code <framework short code>-<ISO3>-<area>[-n]}, e.g. {@code FFA-SOM-A7} (D18), with {@code MUL} or {@code ALL} in the place
 * of several or no countries or areas. What belongs to such a case adds a letter and a number, twice at most (D25): P for a
 * programme, F a submission, D a divergence, S a support request, R a report, V a change, M a meeting, L a letter or product;
 * {@code FFA-NGA-A3-P1-D1} is the first divergence of a country's first programme. Business key of every process of the case.
 */
public record CaseId(String value) {

    /** Room for the longest codes, a renewal number and both suffixes. */
    static final int MOST = 80;

    private static final String SHAPE =
            "[A-Z0-9]+(?:-[A-Z0-9]+)*-[A-Z]{3}-[A-Za-z0-9]+(?:-[0-9]+)?(?:-[A-Z][0-9]+){0,2}";

    /** The same shape as a path pattern for request mappings. */
    public static final String PATH = "{caseId:" + SHAPE + "}";

    private static final Pattern CHECKED = Pattern.compile(SHAPE);

    public CaseId {
        if (value.length() > MOST || !CHECKED.matcher(value).matches()) {
            throw new CaseRefused.Unknown(value);
        }
    }

    /** @param renewal 1 for the first case of a subject, 2 and more for a renewed one */
    public static CaseId of(CaseSubject subject, int renewal) {
        String first = subject.framework() + "-" + subject.country() + "-" + subject.area();
        return new CaseId(renewal <= 1 ? first : first + "-" + renewal);
    }

    /** @param letter the kind of case */
    public CaseId below(char letter, int number) {
        return new CaseId(value + "-" + letter + number);
    }

    @Override
    public String toString() {
        return value;
    }
}
