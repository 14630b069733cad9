package org.tandem.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.proposal.WordDifference.Kind;
import org.tandem.proposal.WordDifference.Piece;

/** Does what is shown of two texts hold both of them? */
class WordDifferenceTests {

    private static final List<String> WORDS = List.of("floors", "for", "informal", "workers", "\n\n", "  ", "é");

    @Test
    void namesTheWordsThatChanged() {
        assertThat(WordDifference.between("Floors for workers", "Floors for informal workers"))
                .containsExactly(
                        new Piece(Kind.SAME, "Floors for"),
                        new Piece(Kind.ADDED, " informal"),
                        new Piece(Kind.SAME, " workers"));
    }

    @Test
    void holdsBothTextsToTheLastBlank() {
        Random random = new Random(12);
        for (int run = 0; run < 500; run++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = WordDifference.between(before, after);

            assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
            assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
        }
    }

    /** Rewritten from end to end: nobody reads that word by word, and nobody waits for it. */
    @Test
    void comparesTextsOfAnyLengthAtOnce() {
        String before = numbered("a", " ", 60_000);
        String after = numbered("b", "\n", 60_000);

        List<Piece> pieces =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> WordDifference.between(before, after));
        assertThat(pieces).containsExactly(new Piece(Kind.REMOVED, before), new Piece(Kind.ADDED, after));
    }

    @Test
    void findsOneWordAmongSixtyThousand() {
        String before = numbered("a", " ", 60_000);
        String after = before.replaceFirst("a30000 ", "b ");

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> WordDifference.between(before, after)))
                .hasSize(4)
                .contains(new Piece(Kind.REMOVED, "a30000"), new Piece(Kind.ADDED, "b"));
    }

    @Test
    void comparesLineByLineWhatChangedInMoreWordsThanAnybodyReads() {
        String before = "Floors for workers\n" + numbered("a", " ", 3_000);
        String after = "Floors for informal workers\n" + numbered("b", " ", 3_000);

        List<Piece> pieces = WordDifference.between(before, after);
        assertThat(pieces)
                .startsWith(new Piece(Kind.SAME, "Floors for"), new Piece(Kind.ADDED, " informal"))
                .hasSize(5);
        assertThat(without(pieces, Kind.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Kind.REMOVED)).isEqualTo(after);
    }

    private static String numbered(String word, String between, int many) {
        return IntStream.range(0, many).mapToObj(one -> word + one).collect(Collectors.joining(between));
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(word -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }
}
