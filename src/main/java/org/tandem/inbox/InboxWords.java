package org.tandem.inbox;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tandem.tasks.TaskFilter.Sort;

/** The words of the address, for the page; in templates {@code ${@inboxWords…}}. */
@Component("inboxWords")
class InboxWords {

    public String of(Enum<?> value) {
        return InboxAddress.word(value);
    }

    public List<Sort> sorts(boolean byCountry) {
        return Stream.of(Sort.values())
                .filter(sort -> byCountry || sort != Sort.COUNTRY)
                .toList();
    }
}
