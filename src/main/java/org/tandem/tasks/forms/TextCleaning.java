package org.tandem.tasks.forms;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Brings a text into one form (NFC, LF, no blank ends) and finds the characters no text may hold. */
final class TextCleaning {

    private static final int FIRST_EMBEDDING = 0x202A;
    private static final int LAST_EMBEDDING = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private TextCleaning() {}

    static String clean(String sent) {
        String lines = sent.replace("\r\n", "\n").replace('\r', '\n');
        String normal = Normalizer.normalize(lines, Normalizer.Form.NFC);
        int start = 0;
        int end = normal.length();
        while (start < end && isBlank(normal.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(normal.charAt(end - 1))) {
            end--;
        }
        return normal.substring(start, end);
    }

    /** Control characters but newline and tab, halves of characters, and code points that are none. */
    static OptionalInt firstControl(String text) {
        return text.codePoints().filter(TextCleaning::isControl).findFirst();
    }

    /** Marks that turn the direction of what follows and can make a sentence read as another one. */
    static OptionalInt firstDirectionMark(String text) {
        return text.codePoints().filter(TextCleaning::isDirectionMark).findFirst();
    }

    /** Words, as blanks separate them; a sign by itself is none. The script that counts while somebody types does the same. */
    static int words(String text) {
        return (int) Pattern.compile("[^\\s\\p{Z}\\u200B\\uFEFF]+")
                .matcher(text)
                .results()
                .filter(run -> run.group().codePoints().anyMatch(Character::isLetterOrDigit))
                .count();
    }

    static boolean isUnwelcome(int character) {
        return isControl(character) || isDirectionMark(character) || character == '\n' || character == '\t';
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.CONTROL && character != '\n' && character != '\t'
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE
                || character >= 0xFDD0 && character <= 0xFDEF
                || character == 0x2028
                || character == 0x2029;
    }

    private static boolean isDirectionMark(int character) {
        return character >= FIRST_EMBEDDING && character <= LAST_EMBEDDING
                || character >= FIRST_ISOLATE && character <= LAST_ISOLATE;
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200B'
                || character == '\uFEFF'
                || character == '\u200E'
                || character == '\u200F';
    }
}
