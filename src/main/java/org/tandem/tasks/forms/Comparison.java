package org.tandem.tasks.forms;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plainest of conditions, {@code decision != "APPROVE"}: nearly all are, and the FEEL library builds its whole set of
 * functions anew for each evaluation.
 */
record Comparison(String name, boolean equal, String literal) {

    private static final Pattern SHAPE = Pattern.compile("([A-Za-z_]\\w*)\\s*(!?=)\\s*\"([^\"\\\\]*)\"");

    /** Null when the expression is anything else. */
    static @Nullable Comparison find(String expression) {
        Matcher shape = SHAPE.matcher(expression);
        return shape.matches() ? new Comparison(shape.group(1), shape.group(2).equals("="), shape.group(3)) : null;
    }

    /** Whether it can be told without FEEL: the name is known, and stands for a text or for nothing. */
    boolean isDecidable(Map<String, Object> scope) {
        return scope.containsKey(name) && (scope.get(name) == null || scope.get(name) instanceof String);
    }

    boolean holds(Map<String, Object> scope) {
        return literal.equals(scope.get(name)) == equal;
    }
}
