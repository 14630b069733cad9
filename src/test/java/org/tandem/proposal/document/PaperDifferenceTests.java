package org.tandem.proposal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.proposal.WordDifference;
import org.tandem.proposal.WordDifference.Piece;
import org.tandem.proposal.document.PaperDifference.Kind;

class PaperDifferenceTests {

    private static Paper paper(Paper.Block... blocks) {
        return new Paper("Title", "Form", "Mark", "Contents", Locale.ENGLISH, Arrays.asList(blocks));
    }

    private static Paper.Heading part(String code) {
        return new Paper.Heading(1, code, "Part " + code);
    }

    @Test
    void findsNothingBetweenTheSame() {
        Paper one = paper(part("a"), new Paper.Text("Same words."));

        assertThat(PaperDifference.between(one, paper(part("a"), new Paper.Text("Same words."))))
                .isEmpty();
    }

    @Test
    void marksTheWordsThatChangedAndNoOthers() {
        List<PaperDifference.Part> parts = PaperDifference.between(
                paper(part("a"), new Paper.Text("We reach 500 young women."), part("b"), new Paper.Text("Untouched.")),
                paper(part("a"), new Paper.Text("We reach 800 young women."), part("b"), new Paper.Text("Untouched.")));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.title()).isEqualTo("Part a");
            assertThat(part.kind()).isEqualTo(Kind.CHANGED);
            assertThat(part.lines()).singleElement().satisfies(line -> assertThat(line.pieces())
                    .containsExactly(
                            new Piece(WordDifference.Kind.SAME, "We reach "),
                            new Piece(WordDifference.Kind.REMOVED, "500"),
                            new Piece(WordDifference.Kind.ADDED, "800"),
                            new Piece(WordDifference.Kind.SAME, " young women.")));
        });
    }

    @Test
    void tellsPartsThatCameFromThoseThatWent() {
        List<PaperDifference.Part> parts = PaperDifference.between(
                paper(part("old"), new Paper.Text("Gone.")), paper(part("new"), new Paper.Text("Here.")));

        assertThat(parts)
                .extracting(PaperDifference.Part::code, PaperDifference.Part::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("new", Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple("old", Kind.REMOVED));
    }

    @Test
    void comparesTablesRowByRow() {
        Paper before = paper(part("a"), new Paper.Table(List.of("What", "USD"), List.of(List.of("Staff", "1.00"))));
        Paper after = paper(
                part("a"),
                new Paper.Table(List.of("What", "USD"), List.of(List.of("Staff", "1.00"), List.of("Travel", "2.00"))));

        assertThat(PaperDifference.between(before, after)).singleElement().satisfies(part -> assertThat(part.lines())
                .containsExactly(
                        new PaperDifference.Line(List.of(new Piece(WordDifference.Kind.ADDED, "Travel | 2.00")))));
    }

    /** Both documents can be put together again from what is shown, whatever was changed. */
    @Test
    void losesNoWord() {
        String was = words(3_000, 7);
        String is = words(3_000, 11);

        assertThat(PaperDifference.between(paper(part("a"), new Paper.Text(was)), paper(part("a"), new Paper.Text(is))))
                .singleElement()
                .satisfies(part -> {
                    assertThat(without(part, WordDifference.Kind.ADDED)).isEqualTo(was);
                    assertThat(without(part, WordDifference.Kind.REMOVED)).isEqualTo(is);
                });
    }

    @Test
    void comparesPartsOfAnyNumberOfLinesAtOnce() {
        String was = words(40_000, 7).replace(' ', '\n');
        String is = was.replace('w', 'v');

        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(10),
                        () -> PaperDifference.between(
                                paper(part("a"), new Paper.Text(was)), paper(part("a"), new Paper.Text(is)))))
                .singleElement()
                .satisfies(part -> assertThat(part.lines()).hasSize(1));
    }

    private static String words(int number, int step) {
        return IntStream.range(0, number).mapToObj(i -> "w" + i % (step * 13)).collect(Collectors.joining(" "));
    }

    private static String without(PaperDifference.Part part, WordDifference.Kind kind) {
        return part.lines().stream()
                .flatMap(line -> line.pieces().stream())
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
