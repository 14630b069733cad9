package org.tandem.tasks.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a text component: headings ({@code #}), points ({@code -}) and paragraphs are the markup it may have. */
public record TextBlock(Kind kind, List<String> lines) {

    public enum Kind {
        HEADING,
        PARAGRAPH,
        POINTS
    }

    private static final Pattern MORE_MARKUP = Pattern.compile("<[a-zA-Z/!]|\\]\\(|\\*\\*|__|`|\\{\\{|^=");

    static List<TextBlock> of(String text) {
        List<TextBlock> blocks = new ArrayList<>();
        boolean open = false;
        for (String line : text.lines().map(String::strip).toList()) {
            Kind kind = kindOf(line);
            TextBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (line.isEmpty() || kind == Kind.HEADING || !open || last == null || last.kind() != kind) {
                last = new TextBlock(kind, new ArrayList<>());
                if (!line.isEmpty()) {
                    blocks.add(last);
                }
            }
            last.lines().add(line.replaceFirst("^(?:#+|[*-]) +", ""));
            open = !line.isEmpty() && kind != Kind.HEADING;
        }
        return List.copyOf(blocks);
    }

    private static Kind kindOf(String line) {
        return line.startsWith("#") ? Kind.HEADING : line.matches("[*-] .*") ? Kind.POINTS : Kind.PARAGRAPH;
    }

    /** All lines in one. */
    public String text() {
        return String.join(" ", lines);
    }

    static String refuseMarkup(Attributes of, String text) {
        if (text.isEmpty() || MORE_MARKUP.matcher(text).find()) {
            throw of.wrong(
                    "the text is empty, or has markup or an expression in it.",
                    "Write plain paragraphs, headings with # and points with -.");
        }
        return text;
    }
}
