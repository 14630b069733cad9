package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "letter.pdf, letter.pdf",
        "LETTER.PDF, LETTER.pdf",
        "letter, letter.pdf",
        "letter.html, letter.html.pdf",
        "C:\\Users\\a\\letter.pdf, letter.pdf",
        "../../etc/passwd, passwd.pdf",
        "..hidden, hidden.pdf",
        "Lettre du 3 mai à l’OIT.pdf, Lettre du 3 mai à l’OIT.pdf",
        "نامه‌ها.pdf, نامه‌ها.pdf",
    })
    void keepsWhatAPersonWouldReadAndEndsAsItsContent(String given, String kept) {
        assertThat(FileName.of(given, "pdf").value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…/", "\u202E", "\u0000", "\r\n", "....", ".pdf", "\uD83D", "\u2028", "<>:\"|?*"})
    void isNeverEmptyNorOnMoreThanOneLine(String given) {
        assertThat(FileName.of(given, "pdf").value()).isEqualTo("file.pdf");
    }

    @Test
    void turnsNoReadingDirectionAndBreaksNoHeader() {
        assertThat(FileName.of("a\u202Efdp.exe\r\nSet-Cookie: b=c\"; x", "pdf").value())
                .isEqualTo("afdp.exeSet-Cookie b=c; x.pdf");
    }

    @Test
    void isCutBetweenCharacters() {
        assertThat(FileName.of("a" + "\uD83D\uDCDC".repeat(100), "pdf").value())
                .isEqualTo("a" + "\uD83D\uDCDC".repeat(57) + ".pdf");
    }
}
