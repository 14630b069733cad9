package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.tasks.forms.Forms.field;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields for files, which a form names by the ids under which they wait. */
class FileFieldTests {

    private static final String ONE = UUID.randomUUID().toString();
    private static final String TWO = UUID.randomUUID().toString();
    private static final String OTHER_DRAFT = UUID.randomUUID().toString();

    private final FormDefinition form = Forms.of(
            field("filepicker", "letters", ",'multiple':true,'properties':{'kind':'letter'}"),
            field("filepicker", "budget", ",'validate':{'required':true},'properties':{'kind':'budget'}"));

    private final FormContext context = Forms.CONTEXT
            .withOptions(
                    "file:letter",
                    List.of(new Option(ONE, "one.pdf"), new Option(TWO, "two.pdf"), new Option(OTHER_DRAFT, "x.pdf")))
            .withOptions("file:budget", List.of(new Option(TWO, "b.xlsx"), new Option(OTHER_DRAFT, "c.xlsx")));

    @Test
    void giveTheIdsOfTheirFiles() {
        FormValues values = form.check(
                        FormInput.empty()
                                .plus("letters", ONE)
                                .plus("letters", TWO)
                                .plus("budget", TWO),
                        context)
                .orRefuse();

        assertThat(values.files("letters")).containsExactly(UUID.fromString(ONE), UUID.fromString(TWO));
        assertThat(values.files("budget")).containsExactly(UUID.fromString(TWO));
        assertThat(form.files())
                .containsExactly(
                        new FileField("letters", "letter", "_file.letters"),
                        new FileField("budget", "budget", "_file.budget"));
    }

    @Test
    void refuseWhatIsNotKeptForTheirSenderAndMoreThanOne() {
        assertThat(keys(FormInput.empty())).containsExactly("tasks.form.error.requiredFile");
        assertThat(keys(Forms.input("budget", TWO, "letters", "../../etc/passwd")))
                .containsExactly("tasks.form.error.fileGone");
        assertThat(keys(FormInput.empty().plus("budget", TWO).plus("budget", OTHER_DRAFT)))
                .containsExactly("tasks.form.error.oneFile");
    }

    /** After an error elsewhere, and in the draft: nobody sends a file twice. */
    @Test
    void showWhatWasSentWithThisFormAndNothingElse() {
        RenderedForm shown = form.render(form.check(Forms.input("letters", TWO), context), context, Forms.messages());

        assertThat(shown.hasFiles()).isTrue();
        assertThat(shown.fields().get(0).options())
                .extracting(RenderedField.RenderedOption::value)
                .containsExactly(TWO);
        assertThat(shown.fields().get(1).options()).isEmpty();
        assertThat(form.withoutChoices(Forms.input("letters", TWO)).get("letters"))
                .containsExactly(TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'multiple':true ~ kind of the files “” is no name",
                "'properties':{'kind':'a b'} ~ kind of the files “a b” is no name",
                "'accept':'.pdf','properties':{'kind':'letter'} ~ property “accept”",
            })
    void areRefusedByNameWhenMisused(String more, String said) {
        assertThatThrownBy(() -> Forms.of(field("filepicker", "letters", "," + more)))
                .isInstanceOf(UnusableForm.class)
                .hasMessageContaining("letters (filepicker)")
                .hasMessageContaining(said);
    }

    private List<String> keys(FormInput input) {
        return form.check(input, context).errors().stream()
                .map(error -> error.words().key())
                .toList();
    }
}
