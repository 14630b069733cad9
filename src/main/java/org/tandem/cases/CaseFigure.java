package org.tandem.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Port: a figure about cases, counted by its stage; docs/figures.md says how. Its title is {@code
 * dashboard.figure.<code>.<noun>}, how many lines its list has {@code dashboard.list.<code>.<noun>}.
 */
public interface CaseFigure {

    /** As in the address, e.g. F1. */
    String code();

    /** Word of the stage whose cases it counts. */
    String kind();

    /** By what it counts, e.g. {@code state}: the parameter that narrows its list. */
    String dimension();

    /** By code the message key of what it counts by, in the order to show them. */
    Map<String, String> values();

    /** What is counted in this scope, e.g. countries; names the total as {@code dashboard.total.<noun>}. */
    String noun(FigureScope scope);

    /** Whether what stands in two frameworks is never the same, so that they may be added up. */
    boolean addsUp();

    /** By framework and value; what is 0 may be left out. */
    Map<String, Map<String, Long>> numbers(FigureScope scope);

    /** By framework, region of the agency and value; empty where the figure is not told apart by region. */
    default Map<String, Map<String, Map<String, Long>>> byRegion(FigureScope scope, String agency) {
        return Map.of();
    }

    /** @param value null for the total of all */
    long count(FigureScope scope, @Nullable String value);

    List<CaseLine> lines(FigureScope scope, @Nullable String value, int from, int most);
}
