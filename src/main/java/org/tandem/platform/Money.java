package org.tandem.platform;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in a currency, exact to its smallest unit (D35). */
public record Money(BigDecimal amount, Currency currency) {

    /** @throws ArithmeticException when the amount is finer than the currency's smallest unit */
    public Money {
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    /** The number alone, as the language writes it: 1,234.50 in English, 1 234,50 in French. */
    public String number(Locale locale) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }
}
