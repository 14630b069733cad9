package org.tandem.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.platform.Refused;

/** Texts of fields that stand by themselves: comments, reasons, questions. */
class PlainTextTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\u200B|cases.refused.empty",
                "\uFEFF\u00A0|cases.refused.empty",
                "a\u000Bb|cases.refused.invisible",
                "a\u2028b|cases.refused.invisible",
                "paid \u202Edollars|cases.refused.invisible",
                "123456|cases.refused.tooLong",
            })
    void areRefusedByName(String text, String key) {
        assertThatThrownBy(() -> PlainText.of("comment", text, text.startsWith("1") ? 5 : 4_000))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.field()).isEqualTo("comment");
                    assertThat(refused.words().key()).isEqualTo(key);
                });
    }

    @Test
    void sayWhereTheUnwelcomeCharacterStands() {
        assertThatThrownBy(() -> PlainText.of("comment", "one\r\ntw\u000Bo", 4_000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.words().args()).containsExactly("U+000B", 2, 3));
    }

    @Test
    void areCountedInCharactersAndNeverCut() {
        assertThat(PlainText.of("comment", " 😀😀😀 ", 3)).isEqualTo("😀😀😀");
    }
}
