package org.tandem.tasks.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.tasks.forms.Forms.field;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.platform.TextRules;

/** Texts whose words are counted, and what is shown of the count. */
class WordCountTests {

    private final FormDefinition form =
            Forms.of(field("textarea", "summary", ",'properties':{'maxWords':'3'}"), field("textfield", "title", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|0",
                "  one\u00A0two\u202F?  |2",
                "l’équipe de pays|3",
                "one – two\u200Bthree|3",
                "one\u2028two\tthree|3",
                "बाल विवाह|2",
                "… ! — 5 %|1",
            })
    void countsWhatBlanksSeparateAndNoSigns(String text, int words) {
        assertThat(TextRules.words(text == null ? "" : text)).isEqualTo(words);
    }

    @Test
    void refusesAndDoesNotCut() {
        CheckedForm checked = Forms.check(form, "summary", "one two three four");

        assertThat(checked.errors())
                .extracting(error -> error.words().key())
                .containsExactly("tasks.form.error.tooManyWords");
        RenderedField summary =
                form.render(checked, Forms.CONTEXT, Forms.messages()).fields().get(0);
        assertThat(summary.value()).isEqualTo("one two three four");
        assertThat(summary.left()).isEqualTo(-1);
        assertThat(Forms.check(form, "summary", "one two three ?").isClean()).isTrue();
    }

    /** What is cleaned away when it is sent takes no room while it is typed. */
    @Test
    void countsCharactersAsTheyWillBeKept() {
        FormDefinition counted = Forms.of(field("textarea", "reason", ",'validate':{'maxLength':3}"));

        CheckedForm checked = Forms.check(counted, "reason", " e\u0301😀a\u200B \r\n");

        assertThat(checked.orRefuse().text("reason")).contains("é😀a");
        assertThat(counted.render(checked, Forms.CONTEXT, Forms.messages())
                        .fields()
                        .get(0)
                        .left())
                .isZero();
    }
}
