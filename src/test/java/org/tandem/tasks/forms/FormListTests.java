package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tandem.tasks.forms.Forms.field;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.platform.Money;

/** Lists of rows to which people add and from which they remove. */
class FormListTests {

    private final FormDefinition form = Forms.of(
            field("textfield", "title", ""),
            list(
                    ",'properties':{'maxRows':'3'}",
                    field("radio", "kind", ",'values':[" + Forms.option("STAFF") + "," + Forms.option("OTHER") + "]"),
                    field("number", "amount", ",'properties':{'currency':'USD'},'validate':{'required':true}"),
                    "{'type':'group','id':'G','label':'More','components':["
                            + field(
                                    "textarea",
                                    "why",
                                    ",'validate':{'required':true},'conditional':{'hide':'=kind != \\\"OTHER\\\"'}")
                            + "]}"),
            field("textarea", "many", ",'conditional':{'hide':'=budget = null or count(budget) < 2'}"));

    @Test
    void isReadRowByRow() {
        FormValues values = form.check(twoRows(), Forms.CONTEXT).orRefuse();
        assertThat(values.rows("budget"))
                .extracting(
                        row -> row.text("kind").orElse(""),
                        row -> row.money("amount").map(Money::amount).orElseThrow(),
                        row -> row.text("why").orElse(""))
                .containsExactly(
                        tuple("OTHER", new BigDecimal("2.50"), "Travel"),
                        tuple("STAFF", new BigDecimal("1000.00"), ""));
        assertThat(values.text("many")).contains("two");
    }

    /** As JSON it is an array of objects, and gives the same. */
    @Test
    void isAnArrayOfObjectsToMachines() {
        FormInput sent = FormInput.ofValues(Map.of(
                "budget",
                List.of(
                        Map.of("kind", "OTHER", "amount", new BigDecimal("2.5"), "why", "Travel"),
                        Map.of("kind", "STAFF", "amount", 1000)),
                "many",
                "two"));

        assertThat(form.check(sent, Forms.CONTEXT).orRefuse())
                .isEqualTo(form.check(twoRows(), Forms.CONTEXT).orRefuse());
        assertThat(form.check(FormInput.ofValues(Map.of("budget", List.of())), Forms.CONTEXT)
                        .isClean())
                .isTrue();
    }

    @Test
    void leadsFromEachErrorToRowAndField() {
        CheckedForm checked = form.check(
                rows("7", "2", "budget.7.kind", "STAFF", "budget.2.kind", "OTHER", "budget.2.amount", "x"),
                Forms.CONTEXT);

        RenderedForm shown = form.render(checked, Forms.CONTEXT, Forms.messages());

        assertThat(shown.errors())
                .extracting(RenderedForm.RenderedError::href, RenderedForm.RenderedError::text)
                .containsExactly(
                        tuple("#budget-7-amount", "“The amount, row 1”: please fill this in."),
                        tuple(
                                "#budget-2-amount",
                                "“The amount, row 2”: this is not an amount, or it could be read as two. Write it like"
                                        + " 1,234.50."),
                        tuple("#budget-2-why", "“The why, row 2”: please fill this in."));
        assertThat(shown.all().filter(field -> field.name().equals("budget.2.amount")))
                .extracting(RenderedField::shown, RenderedField::id)
                .containsExactly(tuple("x", "budget-2-amount"));
        assertThat(shown.all().filter(field -> field.name().equals("budget.2.why")))
                .extracting(RenderedField::shownWhen)
                .containsExactly("budget.2.kind=OTHER");
        assertThat(shown.all().map(RenderedField::id)).doesNotHaveDuplicates();
    }

    @Test
    void takesNoRowInWhichNothingWasFilledIn() {
        FormValues values = form.check(
                        rows("0", "1", "2", "budget.0.kind", "", "budget.0.amount", " \u200B", "budget.1.amount", "5"),
                        Forms.CONTEXT)
                .orRefuse();

        assertThat(values.rows("budget")).hasSize(1);
    }

    @Test
    void keepsToTheNumberOfRowsItMayHave() {
        FormDefinition some =
                Forms.of(list(",'properties':{'minRows':'1','maxRows':'2'}", field("textfield", "a", "")));

        assertThat(some.check(FormInput.empty(), Forms.CONTEXT).errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.tooFewRows");
        assertThat(some.check(
                                rows("0", "1", "2", "budget.0.a", "x", "budget.1.a", "y", "budget.2.a", "z"),
                                Forms.CONTEXT)
                        .errors())
                .extracting(FieldError::field, error -> error.words().key())
                .containsExactly(tuple("budget", "tasks.form.error.tooManyRows"));
    }

    @Test
    void grows() {
        FormInput begun = Forms.input("title", "kept", "budget.0.kind", "STAFF", "budget.0.amount", "half typ");

        FormInput more = form.withRows(form.withRows(begun, "add:budget"), "add:budget");

        assertThat(shownRows(more)).containsExactly("budget.0", "budget.1", "budget.2");
        assertThat(more.get("title")).containsExactly("kept");
        assertThat(more.get("budget.0.amount")).containsExactly("half typ");
        assertThat(shownRows(form.withRows(more, "add:budget"))).hasSize(3);
        assertThat(list(form.render(more, Forms.CONTEXT, Forms.messages())).readonly())
                .isTrue();
    }

    @Test
    void shrinksAndKeepsTheOthers() {
        FormInput less = form.withRows(
                rows(
                        "0",
                        "1",
                        "2",
                        "budget.0.amount",
                        "1",
                        "budget.1.amount",
                        "2",
                        "budget.2.amount",
                        "3",
                        "title",
                        "t"),
                "remove:budget.1");

        assertThat(shownRows(less)).containsExactly("budget.0", "budget.2");
        assertThat(less.names()).doesNotContain("budget.1.amount").contains("title");
        FormInput none = form.withRows(form.withRows(less, "remove:budget.0"), "remove:budget.2");
        assertThat(shownRows(none)).isEmpty();
        assertThat(shownRows(form.withRows(none, "add:budget"))).containsExactly("budget.0");
    }

    @ParameterizedTest
    @CsvSource({"add:title", "add:nothing", "remove:budget.99", "drop:budget", "add:", "remove:budget.1.amount", "x"})
    void isNotMovedByForgedButtons(String press) {
        FormInput two = twoRows();

        assertThat(shownRows(form.withRows(two, press))).isEqualTo(shownRows(two));
        assertThat(form.withRows(two, press).get("budget.0.amount")).isEqualTo(two.get("budget.0.amount"));
    }

    @Test
    void beginsWithTheRowsOfTheFile() {
        assertThat(shownRows(FormInput.empty())).containsExactly("budget.0");
        assertThat(form.render(FormInput.empty(), Forms.CONTEXT, Forms.messages())
                        .hasRows())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"budget.99999.amount", "budget.0.nothing", "title.0.amount", "budget.amount"})
    void refusesForgedNames(String name) {
        assertThat(Forms.check(form, name, "1").errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'isRepeating':false ~ does not repeat",
                "'isRepeating':true,'properties':{'minRows':'4','maxRows':'3'} ~ from 4 to 3 rows",
                "'isRepeating':true,'properties':{'maxRows':'9999'} ~ from 0 to 9999 rows",
                "'isRepeating':true,'rows':2 ~ property “rows”",
                "'isRepeating':true,'label':'' ~ no label",
            })
    void isRefusedByNameWhenMisused(String more, String said) {
        assertThatThrownBy(() -> Forms.of("{'type':'dynamiclist','id':'L','path':'budget',"
                        + (more.contains("label") ? "" : "'label':'Budget',") + more + ",'components':["
                        + field("textfield", "a", "") + "]}"))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("L (dynamiclist)")
                .hasMessageContaining(said);
    }

    @Test
    void refusesWhatItsRowsCannotHold() {
        assertThatThrownBy(() -> Forms.of(list(
                        "",
                        "{'type':'dynamiclist','id':'M','path':'inner','label':'I',"
                                + "'isRepeating':true,'components':[" + field("textfield", "a", "") + "]}")))
                .hasMessageContaining("a list within a list");
        assertThatThrownBy(() -> Forms.of(list("", field("textfield", "a", ",'defaultValue':'x'"))))
                .hasMessageContaining("no default values within a list");
        assertThatThrownBy(() -> Forms.of(list("", "{'type':'separator','id':'S'}")))
                .hasMessageContaining("has no field");
        assertThatThrownBy(() -> Forms.of(list(
                        "",
                        field("textfield", "a", ",'conditional':{'hide':'=b = null'}"),
                        field("textfield", "b", ""))))
                .hasMessageContaining("not above it");
    }

    private static FormInput twoRows() {
        return rows(
                "4",
                "0",
                "budget.0.kind",
                "STAFF",
                "budget.0.amount",
                "1,000",
                "budget.4.kind",
                "OTHER",
                "budget.4.amount",
                "2.5",
                "budget.4.why",
                "Travel",
                "many",
                "two");
    }

    /** Numbers of rows, then names and values in turn. */
    private static FormInput rows(String... numbersThenAnswers) {
        Map<String, List<String>> sent = new java.util.LinkedHashMap<>();
        List<String> numbers = new java.util.ArrayList<>(List.of(""));
        int at = 0;
        for (; numbersThenAnswers[at].matches("[0-9]+"); at++) {
            numbers.add(numbersThenAnswers[at]);
        }
        sent.put("budget", numbers);
        for (; at < numbersThenAnswers.length; at += 2) {
            sent.put(numbersThenAnswers[at], List.of(numbersThenAnswers[at + 1]));
        }
        return FormInput.of(sent);
    }

    private List<String> shownRows(FormInput input) {
        return list(form.render(input, Forms.CONTEXT, Forms.messages())).fields().stream()
                .map(RenderedField::name)
                .toList();
    }

    private static RenderedField list(RenderedForm shown) {
        return shown.all()
                .filter(field -> field.type().equals("dynamiclist"))
                .findFirst()
                .orElseThrow();
    }

    private static String list(String more, String... components) {
        return "{'type':'dynamiclist','id':'L','path':'budget','label':'Budget','isRepeating':true" + more
                + ",'components':[" + String.join(",", components) + "]}";
    }
}
