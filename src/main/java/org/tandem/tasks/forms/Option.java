package org.tandem.tasks.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * One answer to choose from: the value that is sent and the words that are shown.
 *
 * @param alsoCalled further names by which a picker finds it
 */
public record Option(String value, String label, List<String> alsoCalled) {

    public Option {
        alsoCalled = List.copyOf(alsoCalled);
    }

    public Option(String value, String label) {
        this(value, label, List.of());
    }

    List<String> names() {
        List<String> names = new ArrayList<>(alsoCalled);
        names.add(label);
        names.add(value);
        return names;
    }
}
