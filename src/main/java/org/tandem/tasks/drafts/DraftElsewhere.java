package org.tandem.tasks.drafts;

import java.util.List;
import java.util.Map;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;

/** The same draft was saved from another tab or device since the page was opened: neither is lost, both are shown. */
public final class DraftElsewhere extends Refused {

    private static final long serialVersionUID = 1L;

    private final transient Draft other;

    public DraftElsewhere(Draft other) {
        super(Kind.CONFLICT, "tasks.refused.draftElsewhere", MessageArgument.time(other.savedAt()));
        this.other = other;
    }

    /** What stands in the other one and not in this one. */
    public List<String> texts(Map<String, List<String>> here) {
        return other.typed().entrySet().stream()
                .filter(typed -> !typed.getValue().equals(here.get(typed.getKey())))
                .flatMap(typed -> typed.getValue().stream())
                .filter(text -> !text.isBlank())
                .toList();
    }
}
