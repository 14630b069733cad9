package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.tasks.forms.Forms.field;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields that pick a country or a person by its typed name. */
class PickerTests {

    private final FormDefinition form = Forms.of(
            field("select", "country", ",'validate':{'required':true},'properties':{'picker':'country'}"),
            field("select", "person", ",'valuesKey':'colleagues','properties':{'picker':'person'}"),
            field("textfield", "why", ",'conditional':{'hide':'=country != \\\"CIV\\\"'}"));

    private final FormContext context = Forms.CONTEXT
            .withOptions(
                    FormContext.COUNTRIES,
                    List.of(
                            new Option("VNM", "Viet Nam", List.of("VN", "704", "Viet Nam")),
                            new Option("CIV", "Côte d’Ivoire", List.of("CI", "Côte d’Ivoire", "Costa de Marfil")),
                            new Option("COD", "Congo (one)", List.of("Congo")),
                            new Option("COG", "Congo (other)", List.of("Congo"))))
            .withOptions("colleagues", List.of(new Option("7f", "Focal point, ILO", List.of("ilo.fp"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VNM | VNM",
                "vnm | VNM",
                "vn | VNM",
                "704 | VNM",
                "viet-nam | VNM",
                "VIETNAM | VNM",
                "cote d'ivoire | CIV",
                "Costa de Marfil | CIV",
            })
    void findsTheCountryByAnyNameAndCode(String typed, String iso3) {
        assertThat(form.check(Forms.input("country", typed), context).orRefuse().text("country"))
                .contains(iso3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "Congo", "V", "group:focal-point:ILO:A1", "{0}"})
    void refusesWhatIsNoCountryOrSeveralAndKeepsWhatWasTyped(String typed) {
        CheckedForm checked = form.check(Forms.input("country", typed), context);

        RenderedForm shown = form.render(checked, context, Forms.messages());

        assertThat(shown.errors())
                .extracting(RenderedForm.RenderedError::href, RenderedForm.RenderedError::text)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "#country",
                        "“The country”: there is no country of this name, or it cannot be chosen here. Choose from the"
                                + " list, or write its ISO code."));
        assertThat(shown.fields().get(0).shown()).isEqualTo(typed);
    }

    @Test
    void isRequiredLikeAChoice() {
        assertThat(form.check(FormInput.empty(), context).errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.requiredChoice");
    }

    @Test
    void findsAPersonByFunctionAndSignInName() {
        for (String typed : List.of("7f", "focal point ILO", "ILO.FP")) {
            assertThat(form.check(Forms.input("country", "VNM", "person", typed), context)
                            .orRefuse()
                            .text("person"))
                    .contains("7f");
        }
        assertThat(form.check(Forms.input("country", "VNM", "person", "somebody"), context)
                        .errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.person");
    }

    @Test
    void showsTheNameOfWhatWasPickedByItsCode() {
        RenderedField country = form.render(Forms.input("country", "CIV"), context, Forms.messages())
                .fields()
                .get(0);

        assertThat(country.type()).isEqualTo("picker");
        assertThat(country.value()).isEqualTo("CIV");
        assertThat(country.shown()).isEqualTo("Côte d’Ivoire");
    }

    /** The browser knows the typed name only, not the code the condition asks for. */
    @Test
    void givesTheBrowserNoHintAboutAPickedCode() {
        assertThat(form.render(FormInput.empty(), context, Forms.messages())
                        .fields()
                        .get(2)
                        .shownWhen())
                .isEmpty();
        assertThat(form.check(Forms.input("country", "Cote d'Ivoire", "why", "so"), context)
                        .orRefuse()
                        .text("why"))
                .contains("so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                ",'properties':{'picker':'planet'} ~ picker “planet” is unknown",
                ",'properties':{'picker':'country'},'values':[] ~ lists no “values”",
                ",'properties':{'picker':'person'} ~ either “values” or a “valuesKey”",
                ",'properties':{'pickr':'country'} ~ properties.pickr",
            })
    void isRefusedByNameWhenMisused(String more, String said) {
        assertThatThrownBy(() -> Forms.of(field("select", "country", more)))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("country (select)")
                .hasMessageContaining(said);
    }
}
