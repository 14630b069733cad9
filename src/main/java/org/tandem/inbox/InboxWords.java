package org.tandem.inbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tandem.tasks.TaskFilter.Sort;

/** The words of the address, for the page; in templates {@code ${@inboxWords…}}. */
@Component("inboxWords")
class InboxWords {

    public String of(Enum<?> value) {
        return InboxAddress.word(value);
    }

    public List<Sort> sorts() {
        return List.of(Sort.values());
    }
}
