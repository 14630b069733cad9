package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Money;
import org.tandem.platform.TextRules;
import org.tandem.platform.TypedAmount;

/** Amounts within the rules of their field. */
final class MoneyReader implements AnswerReader {

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        Currency currency = Objects.requireNonNull(field.rules().currency());
        Optional<BigDecimal> amount = TypedAmount.read(sent, currency, context.locale());
        if (amount.isEmpty()) {
            Money example = new Money(new BigDecimal("1234.5"), currency);
            return complaints.about(field, "amount", example.number(context.locale()));
        }
        return NumberReader.isWithin(field, amount.get(), complaints) ? new Money(amount.get(), currency) : null;
    }

    /** As the reader's language writes it, if it is an amount; otherwise as it was typed. */
    static String shown(String typed, Currency currency, Locale locale) {
        return TypedAmount.read(TextRules.clean(typed), currency, locale)
                .filter(amount -> amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits())
                .map(amount -> new Money(amount, currency).number(locale))
                .orElse(typed);
    }
}
