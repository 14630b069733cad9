package org.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTests {

    @Test
    void marksWholeWordsThatBeginAsTyped() {
        assertThat(marked("Côte d’Ivoire – Social protection", "cote", "soc"))
                .isEqualTo("[Côte] d’Ivoire – [Social] protection");
        assertThat(marked("FFA-VNM-A3", "a3", "vnm")).isEqualTo("FFA-[VNM]-[A3]");
        assertThat(marked("Social protection", "tion")).isEqualTo("Social protection");
    }

    @Test
    void marksWhatAnApostropheOrAHyphenDivides() {
        assertThat(marked("Côte d'Ivoire", "divoire")).isEqualTo("Côte [d'Ivoire]");
        assertThat(marked("COVID-19 MPTF", "covid19")).isEqualTo("[COVID-19] MPTF");
    }

    @Test
    void readsAWordOfAnyLength() {
        assertThat(marked("a" + ".a".repeat(200_000), "b")).doesNotContain("[");
    }

    @Test
    void leavesMarkupAsTheTextItIs() {
        assertThat(marked("<b>social</b> & more", "social")).isEqualTo("<b>[social]</b> & more");
    }

    @Test
    void quotesTheLineThatSaysWhyItWasFound() {
        String body = "Nothing here\nFloors are missing for informal workers";

        assertThat(Excerpt.of(body, "Social protection", List.of("social", "inform")))
                .isEqualTo("Floors are missing for informal workers");
        assertThat(Excerpt.of(body, "Social protection", List.of("social"))).isNull();
        assertThat(Excerpt.of("word ".repeat(200) + "needle " + "word ".repeat(200), "", List.of("needle")))
                .contains("needle")
                .startsWith("… word")
                .endsWith("word …")
                .hasSizeLessThan(240);
    }

    @Test
    void forgetsWordsThatOnlyLinkUnlessThereAreNoOthers() {
        assertThat(new Wanted("le directeur de l’OIT pour l'Afrique", null, 1).words())
                .containsExactly("directeur", "oit", "afrique");
        assertThat(new Wanted("d'", null, 1).words()).containsExactly("d");
        assertThat(new Wanted("'&|!:*() %", null, 1).words()).isEmpty();
    }

    private static String marked(String text, String... words) {
        return Marked.pieces(text, List.of(words)).stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }
}
