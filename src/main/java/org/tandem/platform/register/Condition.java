package org.tandem.platform.register;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.data.jpa.domain.Specification;

/** What rows must fulfil. The first kind suits rows of any origin, the others rows of the database or in memory. */
public sealed interface Condition<R> {

    /** The property has one of these values. */
    record OneOf<R>(String property, Collection<?> values) implements Condition<R> {}

    record InDatabase<R>(Specification<R> specification) implements Condition<R> {}

    record InMemory<R>(Predicate<R> test) implements Condition<R> {}

    static <R> Condition<R> is(String property, Object value) {
        return new OneOf<>(property, List.of(value));
    }

    static <R> Condition<R> oneOf(String property, Collection<?> values) {
        return new OneOf<>(property, values);
    }

    static <R> Condition<R> where(Specification<R> specification) {
        return new InDatabase<>(specification);
    }

    /** The text holds this piece of text, which is taken as it is. */
    static <R> Condition<R> like(String property, String piece) {
        String pattern = "%" + piece.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return where((row, query, criteria) -> criteria.like(row.get(property), pattern, '\\'));
    }

    static <R> Condition<R> all() {
        return where((row, query, criteria) -> criteria.conjunction());
    }

    static <R> Condition<R> test(Predicate<R> test) {
        return new InMemory<>(test);
    }
}
