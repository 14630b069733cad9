package org.tandem.proposal;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What became of a text, word by word. */
public final class WordDifference {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

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
        List<String> old = words(before);
        List<Piece> pieces = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, words(after), new MyersDiffWithLinearSpace<>())
                .getDeltas()) {
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

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(BETWEEN_WORDS.split(text));
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            int last = pieces.size() - 1;
            boolean wentFirst =
                    kind == Kind.REMOVED && last >= 0 && pieces.get(last).kind() == Kind.ADDED;
            pieces.add(wentFirst ? last : last + 1, new Piece(kind, String.join("", words)));
        }
    }
}
