package org.tandem.models.tables;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Reads the FEEL of an input entry: values, comparisons, ranges, lists of them, and their negation. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class EntryReader {

    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern DATE = Pattern.compile("date\\s*\\(\\s*\"([^\"]*)\"\\s*\\)");
    private static final Pattern NOT = Pattern.compile("not\\s*\\(");
    private static final Pattern COMPARISON = Pattern.compile("<=|>=|<|>");
    private static final Pattern OPENED = Pattern.compile("[\\[(\\]]");
    private static final Pattern CLOSED = Pattern.compile("[\\])\\[]");

    private final String text;
    private final List<Object> values;
    private int at;

    /** Says for every value whether the entry admits it, and adds the values it speaks of to the list. */
    static Predicate<Object> read(String entry, List<Object> values) {
        String text = entry.strip();
        if (text.isEmpty() || text.equals("-")) {
            return value -> true;
        }
        EntryReader reader = new EntryReader(text, values);
        try {
            return reader.entry();
        } catch (DateTimeException e) {
            throw new NotUnderstood(text);
        }
    }

    private Predicate<Object> entry() {
        boolean negated = next(NOT) != null;
        Predicate<Object> any = test();
        while (next(Pattern.compile(",")) != null) {
            any = any.or(test());
        }
        if (negated) {
            expect(Pattern.compile("\\)"));
            any = any.negate();
        }
        if (at < text.length()) {
            throw new NotUnderstood(text);
        }
        return any;
    }

    private Predicate<Object> test() {
        Matcher comparison = next(COMPARISON);
        if (comparison != null) {
            String sign = comparison.group();
            Comparable<Object> limit = ordered();
            return value -> compares(sign, limit, value);
        }
        Matcher opened = next(OPENED);
        if (opened != null) {
            return range(opened.group().equals("["));
        }
        Object same = value();
        return same::equals;
    }

    private Predicate<Object> range(boolean from) {
        Comparable<Object> low = ordered();
        expect(Pattern.compile("\\.\\."));
        Comparable<Object> high = ordered();
        boolean to = expect(CLOSED).group().equals("]");
        return value -> compares(from ? ">=" : ">", low, value) && compares(to ? "<=" : "<", high, value);
    }

    private static boolean compares(String sign, Comparable<Object> limit, Object value) {
        if (limit.getClass() != value.getClass()) {
            return false;
        }
        int order = -limit.compareTo(value);
        return switch (sign) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    @SuppressWarnings("unchecked")
    private Comparable<Object> ordered() {
        Object value = value();
        if (value instanceof BigDecimal || value instanceof LocalDate) {
            return (Comparable<Object>) value;
        }
        throw new NotUnderstood(text);
    }

    private Object value() {
        Object value = literal();
        values.add(value);
        return value;
    }

    private Object literal() {
        Matcher found = next(NUMBER);
        if (found != null) {
            return new BigDecimal(found.group()).stripTrailingZeros();
        }
        found = next(TEXT);
        if (found != null) {
            return found.group(1);
        }
        found = next(TRUTH);
        if (found != null) {
            return Boolean.valueOf(found.group());
        }
        return LocalDate.parse(expect(DATE).group(1));
    }

    private Matcher expect(Pattern pattern) {
        Matcher found = next(pattern);
        if (found == null) {
            throw new NotUnderstood(text);
        }
        return found;
    }

    private @Nullable Matcher next(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return matcher;
    }
}
