package org.tandem.tasks.forms;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** The engine's own FEEL library, as decision tables use it. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private Feel() {}

    /** @throws IllegalArgumentException saying what is wrong with the expression */
    static ParsedExpression parse(String expression) {
        ParseResult result = ENGINE.parseExpression(expression);
        if (!result.isSuccess()) {
            throw new IllegalArgumentException(result.failure().message());
        }
        return result.parsedExpression();
    }

    /** Whether the expression is true; what cannot be evaluated is not. */
    static boolean isTrue(ParsedExpression expression, Map<String, Object> scope) {
        EvaluationResult result = ENGINE.evaluate(expression, scope);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
