package org.tandem.models.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts the values of an input into cells. */
final class Cutter {

    private static final Set<String> WHOLE = Set.of("integer", "long", "short");

    private Cutter() {}

    static List<Cell> cut(String type, List<Object> values) {
        String kind = type.toLowerCase(Locale.ROOT);
        Object first = values.isEmpty() ? null : values.get(0);
        if (values.stream().anyMatch(value -> value.getClass() != values.get(0).getClass())) {
            throw new NotUnderstood("values of different types");
        } else if (first instanceof Boolean || kind.equals("boolean")) {
            return List.of(new Cell(true, "true"), new Cell(false, "false"));
        } else if (first instanceof BigDecimal) {
            return line(values, WHOLE.contains(kind), number -> number, BigDecimal::toPlainString);
        } else if (first instanceof LocalDate) {
            return line(
                    values.stream()
                            .map(date -> (Object) BigDecimal.valueOf(((LocalDate) date).toEpochDay()))
                            .toList(),
                    true,
                    Cutter::date,
                    day -> date(day).toString());
        }
        List<Cell> cells = new ArrayList<>();
        new LinkedHashSet<>(values).forEach(text -> cells.add(new Cell(text, "\"" + text + "\"")));
        cells.add(new Cell(Cell.OTHER, cells.isEmpty() ? "anything" : "anything else"));
        return cells;
    }

    private static LocalDate date(BigDecimal day) {
        return LocalDate.ofEpochDay(day.longValue());
    }

    /** Each value by itself, and the stretches between, before and after. */
    private static List<Cell> line(
            List<Object> values,
            boolean whole,
            Function<BigDecimal, Object> meaning,
            Function<BigDecimal, String> words) {
        TreeSet<BigDecimal> points = new TreeSet<>();
        values.forEach(value -> points.add((BigDecimal) value));
        List<Cell> cells = new ArrayList<>();
        BigDecimal before = null;
        for (BigDecimal point : points) {
            between(cells, before, point, whole, meaning, words);
            cells.add(new Cell(meaning.apply(point), "= " + words.apply(point)));
            before = point;
        }
        between(cells, before, null, whole, meaning, words);
        return cells;
    }

    private static void between(
            List<Cell> cells,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            boolean whole,
            Function<BigDecimal, Object> meaning,
            Function<BigDecimal, String> words) {
        BigDecimal inside;
        if (low == null) {
            inside = high == null
                    ? BigDecimal.ZERO
                    : high.subtract(BigDecimal.ONE).setScale(0, RoundingMode.FLOOR);
        } else if (high == null) {
            inside = low.add(BigDecimal.ONE).setScale(0, RoundingMode.FLOOR);
        } else {
            inside = whole
                    ? low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                    : low.add(high).divide(BigDecimal.valueOf(2));
            if (inside.compareTo(high) >= 0) {
                return;
            }
        }
        String from = low == null ? "" : "> " + words.apply(low);
        String to = high == null ? "" : "< " + words.apply(high);
        String said = from.isEmpty() || to.isEmpty() ? from + to : from + " and " + to;
        cells.add(new Cell(meaning.apply(inside.stripTrailingZeros()), said.isEmpty() ? "anything" : said));
    }
}
