package org.tandem.tasks.starts;

import java.util.List;
import org.tandem.platform.Message;

/**
 * Something to know while filling in a form.
 *
 * @param cases ids of the cases it leads to
 */
public record Remark(Message words, List<String> cases) {

    public static Remark of(String key, Object... args) {
        return new Remark(Message.of(key, args), List.of());
    }
}
