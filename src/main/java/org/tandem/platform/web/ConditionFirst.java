package org.tandem.platform.web;

import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EvaluationUtils;

/**
 * Looks at {@code th:if} and {@code th:unless} before {@code th:replace} on the same element. By itself Thymeleaf replaces
 * first, condition and all, so that the fragment is always shown; nobody who writes the two side by side means that.
 */
class ConditionFirst extends AbstractProcessorDialect {

    private static final String PREFIX = "th";
    private static final int BEFORE_REPLACE = 90;

    ConditionFirst() {
        super("Condition first", PREFIX, BEFORE_REPLACE);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new BeforeReplace(dialectPrefix));
    }

    private static final class BeforeReplace extends AbstractAttributeTagProcessor {

        BeforeReplace(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "replace", true, BEFORE_REPLACE, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            boolean shown = (!tag.hasAttribute("th:if") || isTrue(context, tag.getAttributeValue("th:if")))
                    && (!tag.hasAttribute("th:unless") || !isTrue(context, tag.getAttributeValue("th:unless")));
            if (!shown) {
                structure.removeElement();
            }
        }

        private static boolean isTrue(IExpressionContext context, String condition) {
            return EvaluationUtils.evaluateAsBoolean(StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, condition)
                    .execute(context));
        }
    }
}
