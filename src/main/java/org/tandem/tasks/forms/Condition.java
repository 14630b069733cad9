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

    /** The parts of which any one hides it; itself, unless it is a plain row of comparisons joined by "or". */
    List<Condition> anyOf() {
        String words = LITERAL.matcher(expression).replaceAll(" ");
        return words.contains("(") || words.contains(" and ") || !words.contains(" or ")
                ? List.of(this)
                : Stream.of(OR.split(expression)).map(part -> of("=" + part)).toList();
    }

    boolean holds(Map<String, Object> scope) {
        return Feel.isTrue(parsed, scope);
    }
}
