package org.tandem.models.drawing;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of limited length; a longer word has a line of its own. */
final class Wrapped {

    private Wrapped() {}

    static List<String> at(int letters, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
