package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tandem.tasks.forms.Forms.check;
import static org.tandem.tasks.forms.Forms.decision;
import static org.tandem.tasks.forms.Forms.field;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer has to keep to. */
class FormRulesTests {

    enum Decision {
        APPROVE,
        DECLINE,
        RETURN
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        FormDefinition form = Forms.of(
                field("textfield", "name", ",'validate':{'required':true}"),
                field("number", "amount", ",'validate':{'max':10}"),
                decision());

        CheckedForm checked = check(form, "amount", "11", "decision", "MAYBE");

        assertThat(checked.errors())
                .extracting(FieldError::field, error -> error.words().key())
                .containsExactly(
                        tuple("name", "tasks.form.error.required"),
                        tuple("amount", "tasks.form.error.max"),
                        tuple("decision", "tasks.form.error.choice"));
        assertThat(checked.input().asMap()).containsEntry("amount", List.of("11"));
        assertThatThrownBy(checked::orRefuse).isInstanceOfSatisfying(InvalidForm.class, refused -> {
            assertThat(refused.field()).isEqualTo("name");
            assertThat(refused.errors()).hasSize(3);
            assertThat(refused.input()).isSameAs(checked.input());
        });
    }

    @Test
    void givesTypedValues() {
        FormDefinition form = Forms.of(
                field("textfield", "name", ""),
                field("number", "amount", ""),
                field("checkbox", "sure", ""),
                decision(),
                field("checklist", "areas", ",'values':[" + Forms.option("A1") + "," + Forms.option("A2") + "]"),
                field("datetime", "day", ""),
                "{'type':'datetime','id':'X','key':'hour','subtype':'time','timeLabel':'The hour'}",
                field("datetime", "moment", ",'subtype':'datetime'"),
                "{'type':'group','id':'G','path':'budget','components':[" + field("number", "total", "") + "]}");

        FormValues values = check(
                        form,
                        "name",
                        " Ada ",
                        "amount",
                        "12.50",
                        "sure",
                        "true",
                        "decision",
                        "DECLINE",
                        "areas",
                        "A1",
                        "areas",
                        "A2",
                        "day",
                        "2026-12-31",
                        "hour",
                        "14:30",
                        "moment",
                        "2026-12-31T14:30",
                        "budget.total",
                        "7")
                .orRefuse();

        assertThat(values.text("name")).contains("Ada");
        assertThat(values.number("amount")).contains(new BigDecimal("12.50"));
        assertThat(values.ticked("sure")).isTrue();
        assertThat(values.choice("decision", Decision.class)).contains(Decision.DECLINE);
        assertThat(values.chosen("areas")).containsExactly("A1", "A2");
        assertThat(values.date("day")).contains(LocalDate.of(2026, 12, 31));
        assertThat(values.time("hour")).contains(LocalTime.of(14, 30));
        assertThat(values.instant("moment")).contains(Instant.parse("2026-12-31T07:30:00Z"));
        assertThat(values.asMap()).containsEntry("budget", Map.of("total", new BigDecimal("7")));
        assertThatThrownBy(() -> values.number("name")).hasMessageContaining("“name” is of type String");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        FormDefinition form = Forms.of(field("textfield", "name", ""), field("checkbox", "sure", ""));

        FormValues values = check(form, "name", " \u00A0\u200B\r\n").orRefuse();

        assertThat(values.has("name")).isFalse();
        assertThat(values.ticked("sure")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "textfield ~ {'required':true} ~ '  ' ~ required",
                "textfield ~ {'minLength':3} ~ ab ~ tooShort",
                "textfield ~ {'minLength':3} ~ abc ~ -",
                "textfield ~ {'maxLength':3} ~ abcd ~ tooLong",
                "textfield ~ {'maxLength':3} ~ 👍👍👍 ~ -",
                "textfield ~ {'pattern':'^[A-Z]{3}$'} ~ VN ~ pattern",
                "textfield ~ {'pattern':'^[A-Z]{3}$'} ~ VNM ~ -",
                "textfield ~ {'pattern':'[0-9]'} ~ has 1 digit ~ -",
                "textfield ~ {'validationType':'email'} ~ a.b@example.org ~ -",
                "textfield ~ {'validationType':'email'} ~ a@b ~ email",
                "textfield ~ {'validationType':'email'} ~ a b@example.org ~ email",
                "textfield ~ {'validationType':'email'} ~ a@b@example.org ~ email",
                "textfield ~ {'validationType':'email'} ~ @example.org ~ email",
                "textfield ~ {'validationType':'phone'} ~ +84 24 1234 5678 ~ -",
                "textfield ~ {'validationType':'phone'} ~ 024 1234 5678 ~ phone",
                "textfield ~ {'validationType':'phone'} ~ +84 ~ phone",
                "textfield ~ {'validationType':'phone'} ~ +84 call me ~ phone",
                "number ~ {'min':1,'max':5} ~ 0 ~ min",
                "number ~ {'min':1,'max':5} ~ 6 ~ max",
                "number ~ {'min':1,'max':5} ~ 5 ~ -",
                "number ~ {} ~ 1e9 ~ number",
                "number ~ {} ~ 1E+999999999 ~ number",
                "number ~ {} ~ NaN ~ number",
                "number ~ {} ~ 0x10 ~ number",
                "number ~ {} ~ 99999999999999999999999999 ~ number",
                "number ~ {} ~ 1,234.5 ~ -",
                "number ~ {} ~ '1,5' ~ number",
                "number ~ {} ~ −3 ~ -",
                "checkbox ~ {'required':true} ~ false ~ requiredTick",
                "checkbox ~ {'required':true} ~ true ~ -",
                "checkbox ~ {} ~ perhaps ~ choice",
                "datetime ~ {} ~ 2026-02-30 ~ date",
                "datetime ~ {} ~ 21/11/2026 ~ date",
                "datetime ~ {} ~ 0001-01-01 ~ year",
                "datetime ~ {'required':true} ~ '' ~ required",
            })
    void keepsToTheRule(String type, String validate, String sent, String complaint) {
        FormDefinition form = Forms.of(field(type, "x", ",'validate':" + validate));

        assertComplaint(check(form, "x", sent), complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "-",
            value = {
                "number ~ ,'decimalDigits':0 ~ 1.5 ~ whole",
                "number ~ ,'decimalDigits':0 ~ 1.0 ~ -",
                "number ~ ,'decimalDigits':2 ~ 1.005 ~ decimals",
                "number ~ ,'increment':'0.25' ~ 1.75 ~ -",
                "number ~ ,'increment':'0.25' ~ 1.7 ~ increment",
                "number ~ ,'increment':5,'validate':{'min':1} ~ 11 ~ -",
                "datetime ~ ,'disallowPassedDates':true ~ 2026-11-20 ~ past",
                "datetime ~ ,'disallowPassedDates':true ~ 2026-11-21 ~ -",
                "datetime ~ ,'properties':{'earliest':'today+P1D','latest':'2026-12-31'} ~ 2026-11-21 ~ earliest",
                "datetime ~ ,'properties':{'earliest':'today+P1D','latest':'2026-12-31'} ~ 2027-01-01 ~ latest",
                "datetime ~ ,'properties':{'earliest':'today-P1M'} ~ 2026-10-21 ~ -",
                "datetime ~ ,'subtype':'time','timeLabel':'T','timeInterval':15 ~ 14:20 ~ interval",
                "datetime ~ ,'subtype':'time','timeLabel':'T' ~ 25:00 ~ time",
                "datetime ~ ,'subtype':'datetime' ~ 2026-12-31 ~ datetime",
                "datetime ~ ,'subtype':'datetime','disallowPassedDates':true ~ 2026-11-21T15:59 ~ past",
                "datetime ~ ,'subtype':'datetime','disallowPassedDates':true ~ 2026-11-21T16:00 ~ -",
                "datetime ~ ,'subtype':'datetime' ~ 2026-12-31T10:00:00Z ~ -",
                "checklist ~ ,'values':[{'value':'A','label':'a'}] ~ B ~ choice",
                "checklist ~ ,'values':[{'value':'A','label':'a'}],'validate':{'required':true} ~ '' ~ requiredChoice",
                "select ~ ,'values':[{'value':'A','label':'a'}],'validate':{'required':true} ~ '' ~ requiredChoice",
                "select ~ ,'values':[{'value':'A','label':'a'}] ~ A ~ -",
            })
    void keepsToTheRuleOfItsKind(String type, String more, String sent, String complaint) {
        assertComplaint(check(Forms.of(field(type, "x", more)), "x", sent), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 234,5", "1\u202F234,5", "1234,5", "1234.5"})
    void readsNumbersAsTheyAreWrittenInFrench(String sent) {
        FormContext french =
                new FormContext(Forms.CONTEXT.now(), Forms.CONTEXT.zone(), Locale.FRENCH, Map.of(), Map.of());

        CheckedForm checked = Forms.of(field("number", "x", "")).check(Forms.input("x", sent), french);

        assertThat(checked.orRefuse().number("x")).contains(new BigDecimal("1234.5"));
    }

    @Test
    void checksAgainstOptionsOfTheCaller() {
        FormDefinition form = Forms.of(field("select", "country", ",'valuesKey':'countries'"));
        FormContext context = Forms.CONTEXT.withOptions("countries", List.of(new Option("VNM", "Viet Nam")));

        assertThat(form.check(Forms.input("country", "VNM"), context).isClean()).isTrue();
        assertComplaint(form.check(Forms.input("country", "SOM"), context), "choice");
        assertThatThrownBy(() -> check(form, "country", "VNM")).hasMessageContaining("countries");
    }

    @Test
    void refusesTheSameTickTwiceAndTwoAnswersToOneQuestion() {
        FormDefinition form = Forms.of(
                field("checklist", "areas", ",'values':[" + Forms.option("A1") + "]"), field("textfield", "name", ""));

        assertThat(check(form, "areas", "A1", "areas", "A1", "name", "a", "name", "b")
                        .errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.twice", "tasks.form.error.once");
    }

    @Test
    void boundsTheTimeAPatternMayTake() {
        SafePattern slow = SafePattern.of("^a*a*a*a*a*a*b$");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(slow.matches("a".repeat(1_000)))
                .isFalse());
        assertThat(SafePattern.of("^(?:VN|KH)-[0-9]{3}$").matches("KH-123")).isTrue();
        assertThat(SafePattern.of("^(ab){3}c?$").matches("abababc")).isTrue();
    }

    private static void assertComplaint(CheckedForm checked, String complaint) {
        if (complaint == null) {
            assertThat(checked.errors()).isEmpty();
        } else {
            assertThat(checked.errors())
                    .extracting(error -> error.words().key())
                    .containsExactly("tasks.form.error." + complaint);
        }
    }
}
