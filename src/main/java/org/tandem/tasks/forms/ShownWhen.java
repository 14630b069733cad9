package org.tandem.tasks.forms;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a simple hide condition into a hint for the browser, as in {@code decision=DECLINE}, {@code decision!=APPROVE} or
 * {@code decision=DECLINE|RETURN}. Whatever is not simple has no hint: the field is then always shown, and the server drops
 * its value when the condition holds.
 */
final class ShownWhen {

    private static final String NAME = "([A-Za-z_][\\w.]*)";
    private static final String VALUE = "(?:\"([^\"|]*)\"|(true|false|null))";
    private static final Pattern COMPARED = Pattern.compile(NAME + "\\s*(=|!=)\\s*" + VALUE);
    private static final Pattern IN_LIST =
            Pattern.compile("list contains\\(\\s*\\[((?:\\s*\"[^\"|]*\"\\s*,?)+)\\]\\s*,\\s*" + NAME + "\\s*\\)");
    private static final Pattern LIST_OF_FACTS =
            Pattern.compile("(?<=list contains\\()\\s*([A-Za-z_]\\w*)(?=\\s*,\\s*[A-Za-z_])");
    private static final Pattern HAS_ITEM =
            Pattern.compile("list contains\\(\\s*" + NAME + "\\s*,\\s*\"([^\"|]*)\"\\s*\\)");
    private static final Pattern NEGATED = Pattern.compile("not\\((.*)\\)");
    private static final Pattern UNEQUAL_TWICE =
            Pattern.compile(NAME + "\\s*!=\\s*\"([^\"|]*)\"((?:\\s+and\\s+\\1\\s*!=\\s*\"[^\"|]*\")+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private ShownWhen() {}

    /** @param facts lists among them are spelled out for the browser */
    static Optional<String> hiddenIf(String expression, Map<String, Object> facts) {
        String spelledOut = LIST_OF_FACTS
                .matcher(expression.strip())
                .replaceAll(named -> Matcher.quoteReplacement(list(named.group(1), facts)));
        return shownIf(spelledOut, false);
    }

    private static String list(String name, Map<String, Object> facts) {
        return facts.get(name) instanceof Collection<?> values
                ? values.stream().map(value -> '"' + value.toString() + '"').collect(Collectors.joining(",", "[", "]"))
                : name;
    }

    private static Optional<String> shownIf(String expression, boolean wanted) {
        Matcher compared = COMPARED.matcher(expression);
        if (compared.matches()) {
            boolean equal = compared.group(2).equals("=") == wanted;
            String word = compared.group(4);
            if ("false".equals(word)) {
                return Optional.of(compared.group(1) + (equal ? "!=" : "=") + "true");
            }
            String value = word == null ? compared.group(3) : word.equals("null") ? "" : word;
            return Optional.of(compared.group(1) + (equal ? "=" : "!=") + value);
        }
        Matcher list = IN_LIST.matcher(expression);
        if (list.matches()) {
            return Optional.of(list.group(2) + (wanted ? "=" : "!=") + quoted(list.group(1)));
        }
        Matcher item = HAS_ITEM.matcher(expression);
        if (item.matches()) {
            return Optional.of(item.group(1) + (wanted ? "=" : "!=") + item.group(2));
        }
        Matcher several = UNEQUAL_TWICE.matcher(expression);
        if (several.matches()) {
            return Optional.of(several.group(1) + (wanted ? "!=" : "=") + quoted(expression));
        }
        Matcher negated = NEGATED.matcher(expression);
        return negated.matches() ? negation(negated.group(1).strip(), !wanted) : Optional.empty();
    }

    private static Optional<String> negation(String expression, boolean wanted) {
        if (expression.matches(NAME)) {
            return Optional.of(expression + (wanted ? "=" : "!=") + "true");
        }
        return shownIf(expression, wanted);
    }

    private static String quoted(String list) {
        return QUOTED.matcher(list).results().map(found -> found.group(1)).collect(Collectors.joining("|"));
    }
}
