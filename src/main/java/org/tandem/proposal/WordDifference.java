package org.tandem.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What became of a text, word by word; where more words have changed than anybody reads one by one, line by line or as a whole.
 * To compare costs the square of what has changed, so that is what has a limit: the length of the texts has none.
 */
public final class WordDifference {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");
    private static final Pattern BETWEEN_LINES = Pattern.compile("(?<=\n)");
    private static final int MOST_WORDS = 500;
    private static final int MOST_LINES = 1_000;

    private WordDifference() {}

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** Words one after the other with one fate. */
    public record Piece(Kind kind, String text) {}

    /**
     * All pieces that are not removed make the later text, all that are not added the earlier one. Blanks alone between two
     * changes are part of one change.
     */
    public static List<Piece> between(String before, String after) {
        return byWords(before, after).or(() -> byLines(before, after)).orElseGet(() -> whole(before, after));
    }

    /** What changed from one list of lines to the other; empty when it is too much to be told line by line. */
    public static Optional<List<AbstractDelta<String>>> lines(List<String> before, List<String> after) {
        return changes(before, after, MOST_LINES);
    }

    private static Optional<List<AbstractDelta<String>>> changes(List<String> before, List<String> after, int most) {
        try {
            return Optional.of(DiffUtils.diff(before, after, new MyersDiff<>(), new Limit(most))
                    .getDeltas());
        } catch (TooMuch changed) {
            return Optional.empty();
        }
    }

    private static List<Piece> whole(String before, String after) {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, Kind.REMOVED, before.isEmpty() ? List.of() : List.of(before));
        add(pieces, Kind.ADDED, after.isEmpty() ? List.of() : List.of(after));
        return pieces;
    }

    private static Optional<List<Piece>> byLines(String before, String after) {
        List<String> old = split(BETWEEN_LINES, before);
        return lines(old, split(BETWEEN_LINES, after)).map(changes -> {
            List<Piece> pieces = new ArrayList<>();
            int at = 0;
            for (AbstractDelta<String> change : changes) {
                add(pieces, Kind.SAME, old.subList(at, change.getSource().getPosition()));
                pieces.addAll(
                        within(change.getSource().getLines(), change.getTarget().getLines()));
                at = change.getSource().getPosition() + change.getSource().size();
            }
            add(pieces, Kind.SAME, old.subList(at, old.size()));
            return pieces;
        });
    }

    /** As many lines as before are the same lines, each changed in some of its words. */
    private static List<Piece> within(List<String> gone, List<String> came) {
        String before = String.join("", gone);
        String after = String.join("", came);
        return byWords(before, after)
                .orElseGet(() -> gone.size() == came.size() && gone.size() > 1
                        ? IntStream.range(0, gone.size())
                                .mapToObj(line -> within(List.of(gone.get(line)), List.of(came.get(line))))
                                .flatMap(List::stream)
                                .toList()
                        : whole(before, after));
    }

    /** One search can be given up; once it was not, the other one finds a new word with the blank before it. */
    private static Optional<List<Piece>> byWords(String before, String after) {
        List<String> old = split(BETWEEN_WORDS, before);
        List<String> fresh = split(BETWEEN_WORDS, after);
        return changes(old, fresh, MOST_WORDS)
                .map(few -> DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>()))
                .map(changes -> pieces(old, changes.getDeltas()));
    }

    private static List<Piece> pieces(List<String> old, List<AbstractDelta<String>> changes) {
        List<Piece> pieces = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : changes) {
            List<String> same = old.subList(at, delta.getSource().getPosition());
            if (removed.isEmpty() && added.isEmpty() || !String.join("", same).isBlank()) {
                addChange(pieces, removed, added);
                add(pieces, Kind.SAME, same);
            } else {
                removed.addAll(same);
                added.addAll(same);
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        addChange(pieces, removed, added);
        add(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    private static void addChange(List<Piece> pieces, List<String> removed, List<String> added) {
        add(pieces, Kind.REMOVED, removed);
        add(pieces, Kind.ADDED, added);
        removed.clear();
        added.clear();
    }

    private static List<String> split(Pattern between, String text) {
        return text.isEmpty() ? List.of() : List.of(between.split(text));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            int last = pieces.size() - 1;
            boolean wentFirst =
                    kind == Kind.REMOVED && last >= 0 && pieces.get(last).kind() == Kind.ADDED;
            pieces.add(wentFirst ? last : last + 1, new Piece(kind, String.join("", words)));
        }
    }

    private static final class TooMuch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too much has changed", null, false, false);
        }
    }

    /** Ends the search once more than this has changed. */
    private record Limit(int most) implements DiffAlgorithmListener {

        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int changed, int all) {
            if (changed > most) {
                throw new TooMuch();
            }
        }

        @Override
        public void diffEnd() {}
    }
}
