package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.tasks.forms.Forms.decision;
import static org.tandem.tasks.forms.Forms.field;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which form files are accepted, and what is said about the others. */
class FormDefinitionTests {

    @Test
    void readsEveryKnownComponent() {
        FormDefinition form = Forms.of(
                "{'type':'text','id':'T','text':'# Heading\\n\\nWords.\\n- point'}",
                field("textfield", "name", ""),
                field("textarea", "reason", ""),
                field("number", "amount", ",'decimalDigits':2,'increment':'0.01'"),
                field("checkbox", "sure", ",'defaultValue':true"),
                decision(),
                field("select", "country", ",'valuesKey':'countries'"),
                field("checklist", "areas", ",'values':[{'value':'A1','label':'one'}],'defaultValue':['A1']"),
                field("datetime", "day", ",'subtype':'date'"),
                field("datetime", "moment", ",'subtype':'datetime'"),
                "{'type':'datetime','id':'X','key':'hour','subtype':'time','timeLabel':'The hour','timeInterval':15}",
                "{'type':'separator','id':'S'}",
                "{'type':'spacer','id':'P','height':60}",
                "{'type':'group','id':'G','path':'budget','label':'Budget','components':["
                        + field("number", "total", "") + "]}");

        assertThat(form.id()).isEqualTo("tryIt");
        assertThat(form.all()).hasSize(15);
        assertThat(form.input("budget.total")).isPresent();
        assertThat(form.valuesKeys()).containsExactly("countries");
        assertThat(form.defaults().asMap()).containsOnlyKeys("sure", "areas");
        assertThat(form.englishWords())
                .containsEntry("form.tryIt.decision.option.DECLINE", "decline")
                .containsEntry("form.tryIt.budget.total.label", "The total")
                .containsEntry("form.tryIt.hour.label", "The hour")
                .containsEntry("form.tryIt.T.text", "# Heading\n\nWords.\n- point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "iframe", "html", "image", "expression", "taglist", "documentPreview", ""})
    void refusesAnUnknownComponentByFileKeyAndType(String type) {
        assertThatThrownBy(() -> Forms.of(field(type, "letter", "")))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("forms/test/tryIt.form")
                .hasMessageContaining("letter (" + type + ")")
                .hasMessageContaining("Use one of: text, separator");
    }

    @Test
    void refusesAnUnknownComponentWithinAGroup() {
        assertThatThrownBy(() -> Forms.of("{'type':'group','id':'G','components':[{'type':'iframe','id':'Frame_1'}]}"))
                .hasMessageContaining("Frame_1 (iframe)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "textfield ~ ,'validate':{'pattern':'^(a+)+$'} ~ repeats a group",
                "textfield ~ ,'validate':{'pattern':'^([a-z]*)*$'} ~ repeats a group",
                "textfield ~ ,'validate':{'pattern':'(x|xx)+y'} ~ repeats a group",
                "textfield ~ ,'validate':{'pattern':'\\\\p{L}+'} ~ read differently",
                "textfield ~ ,'validate':{'pattern':'(?i)abc'} ~ read differently",
                "textfield ~ ,'validate':{'pattern':'(?<=a)b'} ~ read differently",
                "textfield ~ ,'validate':{'pattern':'[a-'} ~ not a regular expression",
                "textfield ~ ,'validate':{'maxLength':-1} ~ not a whole number from zero up",
                "textfield ~ ,'validate':{'minLength':9,'maxLength':8} ~ smallest is larger",
                "textfield ~ ,'validate':{'validationType':'iban'} ~ validation type",
                "textfield ~ ,'validate':{'requiredd':true} ~ validate.requiredd",
                "textfield ~ ,'readonly':'=locked' ~ neither true nor false",
                "textfield ~ ,'description':'{{hint}}' ~ is an expression",
                "textfield ~ ,'colour':'red' ~ property “colour”",
                "textfield ~ ,'conditional':{'hide':'decision'} ~ does not begin with",
                "textfield ~ ,'conditional':{'hide':'=1 +'} ~ cannot be read",
                "textfield ~ ,'conditional':{'hide':'=x = 1'} ~ not above it",
                "number ~ ,'serializeToString':true ~ property “serializeToString”",
                "number ~ ,'increment':'0' ~ not above zero",
                "number ~ ,'validate':{'min':'=a'} ~ is not a number",
                "radio ~ '' ~ either “values” or a “valuesKey”",
                "radio ~ ,'valuesExpression':'=x' ~ property “valuesExpression”",
                "radio ~ ,'values':[{'value':'a b','label':'x'}] ~ is no name or is used twice",
                "radio ~ ,'values':[{'value':'a','label':'x'},{'value':'a','label':'y'}] ~ is no name or is used twice",
                "radio ~ ,'values':[{'value':'a','label':''}] ~ no plain label",
                "datetime ~ ,'subtype':'week' ~ subtype “week”",
                "datetime ~ ,'properties':{'earliest':'soon'} ~ not a date bound",
            })
    void refusesWhatItWouldNotHonour(String type, String more, String said) {
        assertThatThrownBy(() -> Forms.of(field(type, "x", more.equals("''") ? "" : more)))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("x (" + type + ")")
                .hasMessageContaining(said);
    }

    @Test
    void refusesAKeyOrIdUsedTwice() {
        assertThatThrownBy(() -> Forms.of(
                        field("textfield", "a", ""), "{'type':'number','key':'a','id':'other','label':'Again'}"))
                .hasMessageContaining("the key “a” is used twice");
        assertThatThrownBy(() ->
                        Forms.of(field("textfield", "a", ""), "{'type':'number','key':'b','id':'F_a','label':'Again'}"))
                .hasMessageContaining("missing or used twice");
    }

    @Test
    void takesTheSameKeyUnderAnotherPath() {
        FormDefinition form = Forms.of(
                field("textfield", "a", ""),
                "{'type':'group','id':'G','path':'g','components':[{'type':'textfield','key':'a','id':'ga','label':'A'}]}");

        assertThat(form.input("g.a")).isPresent();
    }

    @Test
    void refusesAConditionOnALaterAnswer() {
        assertThatThrownBy(() -> Forms.of(
                        field("textfield", "early", ",'conditional':{'hide':'=late = null'}"),
                        field("textfield", "late", "")))
                .hasMessageContaining("“late”, which is not above it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{'type':'default' ~ not JSON",
                "[] ~ not a Camunda form",
                "{'type':'default','id':'a','components':{}} ~ no list of components",
                "{'type':'wizard','id':'a','components':[]} ~ type “default”",
                "{'type':'default','id':'Form_1','components':[]} ~ is no name",
                "{'type':'default','id':'a','schemaVersion':20,'components':[]} ~ newer than 19",
                "{'type':'default','id':'a','id':'b','components':[]} ~ Duplicate field",
            })
    void refusesAFileThatIsNoForm(String json, String said) {
        assertThatThrownBy(() -> FormDefinition.parse(json.replace('\'', '"'), "forms/a.form"))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("forms/a.form")
                .hasMessageContaining(said);
    }
}
