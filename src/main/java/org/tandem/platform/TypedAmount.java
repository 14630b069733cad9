package org.tandem.platform;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts as people type them: 1,234.50 or 1 234,50. One sign alone is read as the reader's language does; what readers of
 * another language would take for another amount is none.
 */
public final class TypedAmount {

    private static final Pattern BLANK = Pattern.compile("(?<=[0-9])[\\s\\p{Z}'’](?=[0-9]{3}(?![0-9]))");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9.,]{0,40}");
    private static final Pattern GROUPS = Pattern.compile("-?[0-9]{1,3}(?:[.,][0-9]{3})+");
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,10})?");

    private TypedAmount() {}

    /** The amount, which may be finer than its currency; empty when it is none or could be two. */
    public static Optional<BigDecimal> read(String typed, Currency currency, Locale locale) {
        String text = BLANK.matcher(typed).replaceAll("").replace('\u2212', '-');
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (last < 0 || !AMOUNT.matcher(text).matches()) {
            return plain(text);
        }
        String before = text.substring(0, last);
        String decimal = plainOf(before) + "." + text.substring(last + 1);
        if (before.indexOf(text.charAt(last)) >= 0) {
            return grouped(text);
        }
        if (!before.equals(plainOf(before))) {
            return GROUPS.matcher(before).matches() ? plain(decimal) : Optional.empty();
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char sign = text.charAt(last);
        if (GROUPS.matcher(text).matches() && sign == symbols.getGroupingSeparator()) {
            return grouped(text);
        }
        boolean couldBeAGroup = GROUPS.matcher(text).matches() && currency.getDefaultFractionDigits() < 3;
        return !couldBeAGroup && (sign == '.' || sign == symbols.getDecimalSeparator())
                ? plain(decimal)
                : Optional.empty();
    }

    private static Optional<BigDecimal> grouped(String text) {
        boolean oneSign = text.indexOf('.') < 0 || text.indexOf(',') < 0;
        return oneSign && GROUPS.matcher(text).matches() ? plain(plainOf(text)) : Optional.empty();
    }

    private static String plainOf(String text) {
        return text.replaceAll("[.,]", "");
    }

    private static Optional<BigDecimal> plain(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
