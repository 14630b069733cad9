package org.tandem.tasks.forms;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * A regular expression that means the same in the Modeler's preview (JavaScript) and here, and whose matching time is
 * bounded: repetition within repetition is refused, and a match that takes too many steps counts as none.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class SafePattern {

    private static final int MOST_STEPS = 2_000_000;
    private static final Pattern JAVA_ONLY = Pattern.compile(
            "\\(\\?(?![:=!])|\\\\[pPhHRQEAzZGXkKNvV1-9]|[*+?}]\\+|&&|\\[[^\\]\\\\]*(?:\\\\.[^\\]\\\\]*)*\\[");

    private final Pattern pattern;

    /** @throws IllegalArgumentException saying what is wrong with the expression */
    static SafePattern of(String expression) {
        if (expression.length() > 500) {
            throw new IllegalArgumentException("is longer than 500 characters.");
        }
        if (JAVA_ONLY.matcher(expression).find()) {
            throw new IllegalArgumentException("uses what browser and server read differently (named or atomic groups,"
                    + " look-behind, flags, back references, possessive repetition, \\p, \\A, \\Z, nested brackets).");
        }
        if (repeatsARepetition(expression)) {
            throw new IllegalArgumentException("repeats a group that itself holds a repetition or an alternative,"
                    + " which can take for ever on a long text.");
        }
        try {
            return new SafePattern(Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("is not a regular expression: " + e.getDescription() + ".", e);
        }
    }

    /** As in the browser, the expression may match anywhere; anchor it with ^ and $. */
    boolean matches(String text) {
        try {
            return pattern.matcher(new Counted(text, new int[1])).find();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    String expression() {
        return pattern.pattern();
    }

    private static boolean repeatsARepetition(String expression) {
        java.util.ArrayDeque<boolean[]> open = new java.util.ArrayDeque<>();
        boolean inClass = false;
        boolean lastGroupLoose = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            boolean afterGroup = i > 0 && expression.charAt(i - 1) == ')' && lastGroupLoose;
            if (c == '\\') {
                i++;
                lastGroupLoose = false;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                open.push(new boolean[1]);
                i += expression.startsWith("?", i + 1) ? 2 : 0;
            } else if (c == ')' && !open.isEmpty()) {
                lastGroupLoose = open.pop()[0];
                if (lastGroupLoose && !open.isEmpty()) {
                    open.peek()[0] = true;
                }
            } else if (c == '|' || isRepetition(expression, i)) {
                if (afterGroup && c != '|' && c != '?') {
                    return true;
                }
                if (!open.isEmpty()) {
                    open.peek()[0] = true;
                }
            }
        }
        return false;
    }

    /** {@code *}, {@code +}, {@code ?} or a count that may vary; {@code {3}} always takes the same and is harmless. */
    private static boolean isRepetition(String expression, int i) {
        char c = expression.charAt(i);
        return c == '*'
                || c == '+'
                || c == '?'
                || c == '{'
                        && expression.indexOf(',', i) > i
                        && expression.indexOf(',', i) < expression.indexOf('}', i);
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    private record Counted(CharSequence text, int[] steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
