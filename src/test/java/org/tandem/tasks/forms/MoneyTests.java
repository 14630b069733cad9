package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.tasks.forms.Forms.field;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.platform.Money;

/** Fields for an amount in a currency. */
class MoneyTests {

    private final FormDefinition form = Forms.of(
            field("number", "budget", ",'properties':{'currency':'USD'},'validate':{'min':0,'max':5000000}"),
            field("textarea", "why", ",'conditional':{'hide':'=budget < 1000'}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1234.5 | 1234.50",
                "en | 1,234.50 | 1234.50",
                "en | 1,234,567 | 1234567.00",
                "en | 1,234 | 1234.00",
                "en | 1.234,50 | 1234.50",
                "en | 1 234 567.5 | 1234567.50",
                "en | 0.1 | 0.10",
                "en | 1.50000 | 1.50",
                "fr | 1234,5 | 1234.50",
                "fr | 1 234,50 | 1234.50",
                "fr | 1\u202F234\u202F567,50 | 1234567.50",
                "fr | 1\u00A0234 | 1234.00",
                "fr | 1234.5 | 1234.50",
                "fr | 1.234.567 | 1234567.00",
                "fr | 1,234.50 | 1234.50",
            })
    void isReadAsItsLanguageWritesIt(String language, String typed, BigDecimal amount) {
        assertThat(check(language, typed).orRefuse().money("budget"))
                .contains(new Money(amount, Currency.getInstance("USD")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1,23 | amount",
                "en | 1.234 | amount",
                "en | 1,2345 | amount",
                "en | 12,34.5 | amount",
                "en | 1,234,56 | amount",
                "en | 1,234.567,8 | amount",
                "en | 1.2.3 | amount",
                "en | . | amount",
                "en | 1e5 | amount",
                "en | $5 | amount",
                "en | 99999999999999999999 | amount",
                "en | 1 23 | amount",
                "fr | 1,234 | amount",
                "fr | 1.234 | amount",
                "en | 10.005 | amount",
                "en | 1000.005 | decimals",
                "fr | 10,5555 | decimals",
                "en | −1.00 | min",
                "en | 5,000,000.01 | max",
            })
    void isRefusedWhenItIsNoneOrCouldBeTwo(String language, String typed, String complaint) {
        CheckedForm checked = check(language, typed);

        assertThat(checked.errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error." + complaint);
        assertThat(form.render(checked, context(language), Forms.messages())
                        .fields()
                        .get(0)
                        .shown())
                .isEqualTo(typed.replace('−', '-'));
    }

    @Test
    void isShownAsTheReadersLanguageWritesIt() {
        for (String typed : new String[] {"1234567.5", "1 234 567,50", "1,234,567.50"}) {
            assertThat(shown("en", typed)).isEqualTo(typed.contains("7,5") ? typed : "1,234,567.50");
            assertThat(shown("fr", typed)).isEqualTo("1\u202F234\u202F567,50");
        }
    }

    @Test
    void saysHowToWriteItInTheReadersLanguage() {
        assertThat(form.render(check("fr", "mille"), context("fr"), Forms.messages())
                        .errors())
                .extracting(RenderedForm.RenderedError::text)
                .containsExactly(
                        "«\u202fThe budget\u202f»\u202f: ce n’est pas un montant, ou il pourrait se lire de deux"
                                + " façons. Écrivez-le comme 1\u202F234,50.");
    }

    @Test
    void isANumberToConditions() {
        CheckedForm small = form.check(Forms.input("budget", "999.99", "why", "x"), Forms.CONTEXT);
        CheckedForm large = form.check(Forms.input("budget", "1000", "why", "x"), Forms.CONTEXT);

        assertThat(small.orRefuse().text("why")).isEmpty();
        assertThat(large.orRefuse().text("why")).contains("x");
    }

    @Test
    void hasAsManyDecimalsAsItsCurrency() {
        FormDefinition yen = Forms.of(field("number", "budget", ",'properties':{'currency':'JPY'}"));
        FormDefinition dinar = Forms.of(field("number", "budget", ",'properties':{'currency':'TND'}"));

        assertThat(yen.check(Forms.input("budget", "1000.5"), Forms.CONTEXT).errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.whole");
        assertThat(dinar.check(Forms.input("budget", "1.234"), Forms.CONTEXT)
                        .orRefuse()
                        .money("budget"))
                .map(Money::amount)
                .contains(new BigDecimal("1.234"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ",'properties':{'currency':'usd'} ~ currency “usd” is unknown",
                ",'properties':{'currency':'EUR'},'decimalDigits':3 ~ more decimal digits than the currency has",
                ",'properties':{'money':'EUR'} ~ properties.money",
            })
    void isRefusedByNameWhenMisused(String more, String said) {
        assertThatThrownBy(() -> Forms.of(field("number", "budget", more)))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("budget (number)")
                .hasMessageContaining(said);
    }

    private CheckedForm check(String language, String typed) {
        return form.check(Forms.input("budget", typed), context(language));
    }

    private String shown(String language, String typed) {
        return form.render(Forms.input("budget", typed), context(language), Forms.messages())
                .fields()
                .get(0)
                .shown();
    }

    private static FormContext context(String language) {
        return new FormContext(
                Forms.CONTEXT.now(), Forms.CONTEXT.zone(), Locale.forLanguageTag(language), Map.of(), Map.of());
    }
}
