package org.tandem.proposal.budget;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.platform.Money;
import org.tandem.platform.TextRules;
import org.tandem.platform.TypedAmount;

/** What people and machines send for a place of a budget, as it is kept: the same for page, paste, file and API. */
final class BudgetInput {

    static final Currency DOLLAR = Currency.getInstance("USD");
    static final int LONGEST_TEXT = 500;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Money EXAMPLE = new Money(new BigDecimal("1234.5"), DOLLAR);

    private BudgetInput() {}

    /**
     * @param locale whose language the amount is written in
     * @return null for nothing
     */
    static @Nullable String read(BudgetPlace place, @Nullable String typed, Locale locale) {
        String text = typed == null ? "" : TextRules.clean(typed);
        if (text.isEmpty()) {
            return null;
        }
        return place.field() == BudgetField.DESCRIPTION ? text(place, text) : amount(place, text, locale);
    }

    /** As the reader's language writes it. */
    static String shown(BigDecimal amount, Locale locale) {
        return new Money(amount, DOLLAR).number(locale);
    }

    private static String text(BudgetPlace place, String text) {
        Optional<TextRules.Mark> mark = TextRules.firstUnwelcome(text);
        if (mark.isPresent()) {
            throw BudgetRefused.value(
                    place,
                    "mark",
                    mark.get().code(),
                    mark.get().line(),
                    mark.get().column());
        }
        if (TextRules.length(text) > LONGEST_TEXT) {
            throw BudgetRefused.value(place, "tooLong", TextRules.length(text), LONGEST_TEXT);
        }
        return text;
    }

    private static @Nullable String amount(BudgetPlace place, String text, Locale locale) {
        BigDecimal amount = TypedAmount.read(text, DOLLAR, locale)
                .orElseThrow(() -> BudgetRefused.value(place, "amount", text, EXAMPLE.number(locale)));
        if (amount.signum() < 0) {
            throw BudgetRefused.value(place, "negative", text);
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw BudgetRefused.value(place, "decimals", text);
        }
        boolean isRate = place.field() == BudgetField.RATE;
        if (amount.compareTo(isRate ? WHOLE : Budget.MOST) > 0) {
            throw BudgetRefused.value(place, isRate ? "rate" : "tooLarge", text, shown(Budget.MOST, locale));
        }
        boolean nothing = amount.signum() == 0 && !isRate;
        return nothing ? null : amount.setScale(2).toPlainString();
    }
}
