package org.tandem.tasks.forms;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them in their language: 1,234.5 in English, 1 234,5 in French, 1234.5 everywhere. */
final class NumberReader implements AnswerReader {

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,10})?");

    /** With a sign and what stands between groups of digits. */
    private static final int LONGEST = 60;

    @Override
    public @Nullable Object read(FormField field, String sent, FormContext context, Complaints complaints) {
        String plain = sent.length() > LONGEST ? "" : plain(sent, context.locale());
        if (!PLAIN.matcher(plain).matches()) {
            return complaints.about(field, "number");
        }
        BigDecimal number = new BigDecimal(plain);
        return isWithin(field, number, complaints) ? number : null;
    }

    /** Whether the number keeps to the rules of its field; complains if not. */
    static boolean isWithin(FormField field, BigDecimal number, Complaints complaints) {
        int before = complaints.all().size();
        complain(field.rules(), field, number, complaints);
        return complaints.all().size() == before;
    }

    private static @Nullable Object complain(Rules rules, FormField field, BigDecimal number, Complaints complaints) {
        int digits = Math.max(0, number.stripTrailingZeros().scale());
        if (rules.decimalDigits() != null && digits > rules.decimalDigits()) {
            return rules.decimalDigits() == 0
                    ? complaints.about(field, "whole")
                    : complaints.about(field, "decimals", rules.decimalDigits());
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            return complaints.about(field, "min", rules.min());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            return complaints.about(field, "max", rules.max());
        }
        BigDecimal start = rules.min() == null ? BigDecimal.ZERO : rules.min();
        if (rules.increment() != null
                && number.subtract(start).remainder(rules.increment()).signum() != 0) {
            return complaints.about(field, "increment", rules.increment());
        }
        return null;
    }

    private static String plain(String sent, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String text = sent.replaceAll("(?<=[0-9])[\\s\\u00A0\\u202F'’](?=[0-9]{3}(?![0-9]))", "")
                .replace('\u2212', '-');
        if (symbols.getDecimalSeparator() == ',') {
            return text.replace(',', '.');
        }
        return text.matches("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?") ? text.replace(",", "") : text;
    }
}
