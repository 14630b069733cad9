package org.tandem.cases;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Message;

/**
 * Port: a figure about cases, counted by its stage; docs/figures.md says how. Its title is {@code
 * dashboard.figure.<code>.<noun>}, how many lines its list has {@code dashboard.list.<code>.<noun>}.
 */
public interface CaseFigure {

    /** Among what is added up: how many cases there are. */
    String NUMBER = "number";

    /** As in the address, e.g. F1. */
    String code();

    /** Word of the stage whose cases it counts. */
    String kind();

    /** By what it counts, e.g. {@code state}: the parameter that narrows its list. */
    String dimension();

    /** By code the message key of what it counts by, in the order to show them. */
    Map<String, String> values();

    /** Those that concern this scope. */
    default Map<String, String> values(FigureScope scope) {
        return values();
    }

    /** What it counts by, in words. */
    default Message said(String value) {
        return Message.of(values().getOrDefault(value, value));
    }

    /** What it adds up beside the number, e.g. amounts; each is titled {@code dashboard.column.<name>}. */
    default List<String> amounts() {
        return List.of();
    }

    /** By value and name, {@link #NUMBER} among them; what is 0 may be left out. */
    default Map<String, Map<String, BigDecimal>> amounts(FigureScope scope) {
        return Map.of();
    }

    /** What follows from the amounts, said as {@code dashboard.rate.<name>}. */
    default Map<String, BigDecimal> rates(Map<String, Map<String, BigDecimal>> amounts) {
        return Map.of();
    }

    /** The parameter that narrows its list to one of its lines; null where it is not told apart. */
    default @Nullable String toldApartBy() {
        return null;
    }

    default List<FigureLine> apart(FigureScope scope) {
        return List.of();
    }

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
