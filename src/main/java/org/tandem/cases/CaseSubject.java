package org.tandem.cases;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case is about (D25). Codes in their order, each once.
 *
 * @param title in the words of those who opened it, null where countries and areas say it all
 * @param countries ISO 3 codes; none when it is about the framework wherever it is at work
 * @param areas codes within the framework; none when it is about all of them
 * @param fund that pays or is asked to, null when none is
 */
public record CaseSubject(
        @Nullable String title,
        String framework,
        List<String> countries,
        List<String> areas,
        @Nullable String fund) {

    /** Stands for several in the place of one. */
    public static final String SEVERAL = "MUL";

    /** Stands for all in the place of one. */
    public static final String ALL = "ALL";

    public CaseSubject {
        countries = inOrder(countries);
        areas = inOrder(areas);
    }

    /** One area in one country, as selection has it. */
    public static CaseSubject of(String framework, String country, String area) {
        return new CaseSubject(null, framework, List.of(country), List.of(area), null);
    }

    /** The country where there is one, else {@link #SEVERAL} or {@link #ALL}. */
    public String country() {
        return inPlaceOfOne(countries);
    }

    /** The area where there is one, else {@link #SEVERAL} or {@link #ALL}. */
    public String area() {
        return inPlaceOfOne(areas);
    }

    private static String inPlaceOfOne(List<String> codes) {
        return codes.isEmpty() ? ALL : codes.size() == 1 ? codes.get(0) : SEVERAL;
    }

    private static List<String> inOrder(Collection<String> codes) {
        return codes.stream().distinct().sorted().toList();
    }
}
