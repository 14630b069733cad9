package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a typed text, wherever it was typed. */
class TextRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\r\n",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "\u2060\u200D\u200C",
                "\u00AD",
                "\u3164",
                "\u200E\u200F",
                "\uFE0F",
                " \uFE0F\u200B"
            })
    void isEmptyWhenNothingCanBeSeen(String typed) {
        assertThat(TextRules.clean(typed)).isEmpty();
        assertThat(TextRules.isEmpty(typed)).isTrue();
    }

    @Test
    void losesWhatNobodySeesAtItsEndsOnly() {
        assertThat(TextRules.clean("\uFEFF FFA\u200B\u00A0")).isEqualTo("FFA");
        assertThat(TextRules.clean("e\u0301te\u0301\r\nfin\r")).isEqualTo("été\nfin");
        assertThat(TextRules.clean("\u00A0a\u200Bb\u00AD")).isEqualTo("a\u200Bb");
    }

    /** Persian and Khmer words, families and flags are written with characters that cannot be seen by themselves. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم",
                "ភាសា\u200Bខ្មែរ",
                "👩\u200D👩\u200D👧",
                "❤\uFE0F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F"
            })
    void keepsWhatScriptsAndEmojiNeed(String text) {
        assertThat(TextRules.clean(text)).isEqualTo(text);
        assertThat(TextRules.firstUnwelcome(text)).isEmpty();
    }

    @Test
    void saysWhereAnUnwelcomeCharacterStands() {
        assertThat(TextRules.firstUnwelcome("first\nse\u000Bcond"))
                .contains(new TextRules.Mark(false, 0x0B, 2, 3))
                .map(TextRules.Mark::code)
                .contains("U+000B");
        assertThat(TextRules.firstUnwelcome("😀\u202Edollars")).contains(new TextRules.Mark(true, 0x202E, 1, 2));
        assertThat(TextRules.firstUnwelcome("a\u2028b")).contains(new TextRules.Mark(false, 0x2028, 1, 2));
        assertThat(TextRules.firstUnwelcome("tabs\tand\nlines")).isEmpty();
    }

    /** A mark that turns the direction is named even where a blank would be dropped. */
    @Test
    void hidesNoDirectionMark() {
        assertThat(TextRules.firstUnwelcome(TextRules.clean("paid\u202E"))).isPresent();
        assertThat(TextRules.isEmpty("\u202E")).isFalse();
    }

    @Test
    void isCountedInCharactersAsPeopleKnowThem() {
        assertThat(TextRules.length(TextRules.clean("e\u0301😀"))).isEqualTo(2);
    }
}
