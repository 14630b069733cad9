package org.tandem.tasks.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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

    /**
     * What stands in the other one and not in this one.
     *
     * @param words of what was chosen, by the name of its field and its code; empty for what was written
     */
    public List<String> texts(Map<String, List<String>> here, BiFunction<String, String, Optional<String>> words) {
        return other.typed().entrySet().stream()
                .filter(typed -> !typed.getKey().startsWith("_"))
                .filter(typed -> !typed.getValue().equals(here.get(typed.getKey())))
                .flatMap(typed -> typed.getValue().stream()
                        .filter(text -> !text.isBlank())
                        .map(text -> words.apply(typed.getKey(), text).orElse(text)))
                .toList();
    }
}
