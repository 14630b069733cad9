package org.tandem.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a figure has for one of the things it is told apart by, e.g. a call.
 *
 * @param address of its cases in their register
 * @param daysLeft until it closes, null where it does not or nobody knows
 * @param found by value of the figure the {@link CaseFigure#NUMBER} of cases and what they add up to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FigureLine(
        String key, String name, String address, @Nullable Long daysLeft, Map<String, Map<String, BigDecimal>> found) {

    public FigureLine finding(Map<String, Map<String, BigDecimal>> other) {
        return new FigureLine(key, name, address, daysLeft, other);
    }
}
