package org.tandem.platform;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules every typed text keeps to, in forms, on pages, in imports and the API alike (D46): one form (NFC, line feeds),
 * nothing invisible at the ends, no control or direction marks within. Nothing is ever cut.
 */
public final class TextRules {

    private static final Pattern WORD = Pattern.compile("[^\\s\\p{Z}\\u200B\\uFEFF]+");

    private TextRules() {}

    /** A character no text may hold, and where it stands; lines and characters are counted from one. */
    public record Mark(boolean turnsDirection, int character, int line, int column) {

        public String code() {
            return String.format("U+%04X", character);
        }
    }

    /** The text as it is kept; empty when nothing in it can be seen. */
    public static String clean(String typed) {
        String text = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        String kept = text.substring(start, end);
        return kept.codePoints().allMatch(TextRules::isInvisible) ? "" : kept;
    }

    public static boolean isEmpty(@Nullable String typed) {
        return typed == null || clean(typed).isEmpty();
    }

    /** In characters as Unicode counts them, not in what Java or a browser stores them in. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Words, as blanks separate them; a sign by itself is none. The script that counts while somebody types does the same. */
    public static int words(String text) {
        return (int) WORD.matcher(text)
                .results()
                .filter(run -> run.group().codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    /** The first character the text may not hold. */
    public static Optional<Mark> firstUnwelcome(String text) {
        int line = 1;
        int column = 0;
        for (int character : text.codePoints().toArray()) {
            column++;
            if (isControl(character) || turnsDirection(character)) {
                return Optional.of(new Mark(turnsDirection(character), character, line, column));
            }
            if (character == '\n') {
                line++;
                column = 0;
            }
        }
        return Optional.empty();
    }

    /** One line as it may stand in a sentence of ours. */
    public static boolean isUnwelcomeInALine(int character) {
        return isControl(character) || turnsDirection(character) || character == '\n' || character == '\t';
    }

    /** Control characters but newline and tab, halves of characters, line separators, and code points that are none. */
    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL && character != '\n' && character != '\t'
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (character & 0xFFFE) == 0xFFFE
                || character >= 0xFDD0 && character <= 0xFDEF;
    }

    /** Marks that turn the direction of what follows and can make a sentence read as another one. */
    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /** What takes no room at the end of a text: blanks, joiners, marks of order, fillers. */
    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                        && !turnsDirection(character)
                        && character >= 0x2000
                        && character <= 0xFFFB
                || character == 0xAD
                || character == 0x61C
                || character == 0x180E
                || character == 0x3164
                || character == 0x2800;
    }

    /** Blank, or a mark that only changes how its neighbour looks. */
    private static boolean isInvisible(int character) {
        return isBlank(character) || character >= 0xFE00 && character <= 0xFE0F || character == 0x034F;
    }
}
