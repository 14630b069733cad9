package org.tandem.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a\nb\tc", "Côte d’Ivoire", "👩‍👩‍👧‍👦", "\\u0000", "\\\\u0000", "\\ud800", "a\u0007b"})
    void keepsWhatCanBeKeptAsItIs(String text) {
        assertThat(StorableText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({"0000, 001A", "D800, FFFD", "DFFF, FFFD"})
    void putsAMarkInThePlaceOfWhatCannotBeKept(String unfit, String mark) {
        char bad = (char) Integer.parseInt(unfit, 16);

        assertThat(StorableText.is("a" + bad + "b")).isFalse();
        assertThat(StorableText.of("a" + bad + "b")).isEqualTo("a" + (char) Integer.parseInt(mark, 16) + "b");
    }

    @Test
    void tellsAPairFromTwoHalves() {
        assertThat(StorableText.is("\uD83C\uDF31")).isTrue();
        assertThat(StorableText.is("\uDF31\uD83C")).isFalse();
    }
}
