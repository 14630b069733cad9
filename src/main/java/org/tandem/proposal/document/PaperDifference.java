package org.tandem.proposal.document;

import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tandem.proposal.WordDifference;
import org.tandem.proposal.WordDifference.Piece;

/** What is different between two documents, part by part: lines that came or went, and within a changed line the words. */
final class PaperDifference {

    private static final int FEW_LETTERS = 600;

    private PaperDifference() {}

    enum Kind {
        CHANGED,
        ADDED,
        REMOVED
    }

    record Line(List<Piece> pieces) {}

    /** @param kind whether the part as a whole came, went or was changed */
    record Part(String code, String title, Kind kind, List<Line> lines) {

        /** For templates: whether it is read in a few lines. */
        public boolean fits() {
            return lines.stream()
                            .flatMap(line -> line.pieces().stream())
                            .mapToInt(piece -> piece.text().length())
                            .sum()
                    <= FEW_LETTERS;
        }
    }

    /** Only what is different, in the order of the later document. */
    static List<Part> between(Paper before, Paper after) {
        Map<String, List<Paper.Block>> old = before.parts();
        Map<String, List<Paper.Block>> now = after.parts();
        Set<String> codes = new LinkedHashSet<>(now.keySet());
        codes.addAll(old.keySet());
        List<Part> parts = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            parts.add(new Part("title", "", Kind.CHANGED, lines(List.of(before.title()), List.of(after.title()))));
        }
        for (String code : codes) {
            List<String> was = lines(old.getOrDefault(code, List.of()));
            List<String> is = lines(now.getOrDefault(code, List.of()));
            if (!was.equals(is)) {
                Kind kind = !old.containsKey(code) ? Kind.ADDED : now.containsKey(code) ? Kind.CHANGED : Kind.REMOVED;
                String title = code.isEmpty() ? "" : (is.isEmpty() ? was : is).get(0);
                parts.add(new Part(code, title, kind, lines(was, is)));
            }
        }
        return parts;
    }

    private static List<String> lines(List<Paper.Block> blocks) {
        return blocks.stream().flatMap(Paper.Block::lines).toList();
    }

    private static List<Line> lines(List<String> was, List<String> is) {
        List<Line> lines = new ArrayList<>();
        Optional<List<AbstractDelta<String>>> changes = WordDifference.lines(was, is);
        if (changes.isEmpty()) {
            new Place(0, was, is).addTo(lines);
            return lines;
        }
        Place place = new Place(0, new ArrayList<>(), new ArrayList<>());
        for (AbstractDelta<String> delta : changes.get()) {
            if (delta.getSource().getPosition() != place.end()) {
                place.addTo(lines);
                place = new Place(delta.getSource().getPosition(), new ArrayList<>(), new ArrayList<>());
            }
            place.gone().addAll(delta.getSource().getLines());
            place.came().addAll(delta.getTarget().getLines());
        }
        place.addTo(lines);
        return lines;
    }

    /** Lines that went and lines that came at the same place; both together are lines that were changed. */
    private record Place(int start, List<String> gone, List<String> came) {

        int end() {
            return start + gone.size();
        }

        void addTo(List<Line> lines) {
            if (gone.isEmpty() || came.isEmpty()) {
                gone.forEach(line -> lines.add(whole(WordDifference.Kind.REMOVED, line)));
                came.forEach(line -> lines.add(whole(WordDifference.Kind.ADDED, line)));
            } else {
                lines.add(new Line(WordDifference.between(String.join("\n", gone), String.join("\n", came))));
            }
        }
    }

    private static Line whole(WordDifference.Kind kind, String line) {
        return new Line(List.of(new Piece(kind, line)));
    }
}
