package org.tandem.platform.register;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** Rows that are in memory, for the present reader. */
public final class ListRows<R> implements Rows<R> {

    private final Supplier<List<R>> rows;
    private final Map<String, Function<R, Comparable<?>>> properties;

    /** @param properties by the names that conditions and orders use, {@code id} among them; never null */
    public ListRows(Supplier<List<R>> rows, Map<String, Function<R, Comparable<?>>> properties) {
        this.rows = rows;
        this.properties = Map.copyOf(properties);
    }

    @Override
    public Page<R> page(List<Condition<R>> conditions, Pageable page) {
        List<R> sorted = sorted(conditions, page.getSort());
        int from = (int) Math.min(page.getOffset(), sorted.size());
        return new PageImpl<>(
                sorted.subList(from, Math.min(from + page.getPageSize(), sorted.size())), page, sorted.size());
    }

    @Override
    public long count(List<Condition<R>> conditions) {
        return rows.get().stream().filter(row -> fulfils(row, conditions)).count();
    }

    @Override
    public Map<String, Set<String>> values(Map<String, List<Condition<R>>> wanted) {
        Map<String, Set<String>> values = new HashMap<>();
        wanted.forEach((property, conditions) -> values.put(
                property,
                rows.get().stream()
                        .filter(row -> fulfils(row, conditions))
                        .map(row -> value(property, row).toString())
                        .collect(Collectors.toSet())));
        return values;
    }

    @Override
    public void each(List<Condition<R>> conditions, Sort sort, Consumer<R> reader) {
        sorted(conditions, sort).forEach(reader);
    }

    @Override
    public List<R> after(String id, List<Condition<R>> conditions, int most) {
        return sorted(conditions, Sort.by("id")).stream()
                .filter(row -> value("id", row).toString().compareTo(id) > 0)
                .limit(most)
                .toList();
    }

    /** In the order in which they came, where nothing else is said. */
    private List<R> sorted(List<Condition<R>> conditions, Sort sort) {
        Comparator<R> comparator = (one, other) -> 0;
        for (Sort.Order order : sort) {
            Comparator<R> next = Comparator.comparing(row -> value(order.getProperty(), row));
            comparator = comparator.thenComparing(order.isAscending() ? next : next.reversed());
        }
        return rows.get().stream()
                .filter(row -> fulfils(row, conditions))
                .sorted(comparator)
                .toList();
    }

    private boolean fulfils(R row, List<Condition<R>> conditions) {
        return conditions.stream()
                .allMatch(condition -> condition instanceof Condition.InMemory<R> own
                        ? own.test().test(row)
                        : condition instanceof Condition.OneOf<R> known
                                && known.values().contains(value(known.property(), row)));
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> value(String property, R row) {
        return (Comparable<Object>) properties.get(property).apply(row);
    }
}
