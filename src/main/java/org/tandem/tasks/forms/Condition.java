package org.tandem.tasks.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** When a component is hidden: a FEEL expression over answers given further up and facts of the case. */
record Condition(String expression, ParsedExpression parsed, Set<String> names) {

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern OR = Pattern.compile("\\s+or\\s+(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    /** @throws IllegalArgumentException saying what is wrong with the expression */
    static Condition of(String written) {
        if (!written.startsWith("=")) {
            throw new IllegalArgumentException("it does not begin with '='");
        }
        String expression = written.substring(1).strip();
        Set<String> names = NAME.matcher(LITERAL.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
        return new Condition(expression, Feel.parse(expression), names);
    }

    /** The parts of which any one hides it; itself, unless it is a plain row of comparisons and functions joined by "or". */
    List<Condition> anyOf() {
        String[] parts = OR.split(expression);
        return parts.length == 1
                        || LITERAL.matcher(expression).replaceAll(" ").contains(" and ")
                        || !Stream.of(parts).allMatch(Condition::isWhole)
                ? List.of(this)
                : Stream.of(parts).map(part -> of("=" + part)).toList();
    }

    private static boolean isWhole(String part) {
        String words = LITERAL.matcher(part).replaceAll(" ");
        return words.chars().filter(sign -> sign == '(').count()
                == words.chars().filter(sign -> sign == ')').count();
    }

    boolean holds(Map<String, Object> scope) {
        return Feel.isTrue(parsed, scope);
    }
}
