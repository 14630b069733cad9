package org.tandem.platform.register;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * In templates: {@code cells:field} is what stands in one field, {@code cells:row} a row of them under the variable
 * {@code headings}. Both take cells and nothing else, so no text gets past {@link CellMarkup}. Fifty rows have a thousand
 * pieces, and a template of its own for each cost twice the rest of the page.
 */
@Component
class CellDialect extends AbstractProcessorDialect {

    private static final int ORDER = 1_300;

    private final CellMarkup markup;
    private final Translator translator;

    CellDialect(Times times, Translator translator) {
        super("Cells", "cells", ORDER);
        this.markup = new CellMarkup(times, translator);
        this.translator = translator;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(
                new Processor(prefix, "field", (context, cells) -> markup.field(cells(cells))),
                new Processor(prefix, "row", this::row));
    }

    private String row(ITemplateContext context, List<?> line) {
        List<String> names = ((List<?>) context.getVariable("headings"))
                .stream().map(key -> translator.say(key.toString())).toList();
        return markup.row(line.stream().map(field -> cells((List<?>) field)).toList(), names);
    }

    /** @throws ClassCastException when one of them is none */
    private static List<Cell> cells(List<?> field) {
        return field.stream().map(Cell.class::cast).toList();
    }

    private static final class Processor extends AbstractAttributeTagProcessor {

        private final BiFunction<ITemplateContext, List<?>, String> body;

        Processor(String prefix, String name, BiFunction<ITemplateContext, List<?>, String> body) {
            super(TemplateMode.HTML, prefix, null, false, name, true, ORDER, true);
            this.body = body;
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            Object cells = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            structure.setBody(body.apply(context, (List<?>) cells), false);
        }
    }
}
