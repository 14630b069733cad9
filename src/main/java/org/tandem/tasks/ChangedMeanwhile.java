package org.tandem.tasks;

import java.util.Optional;
import java.util.Set;
import org.tandem.cases.CaseId;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormInput;

/** Port: what has changed since somebody opened a form, shown beside the refusal of what they sent. */
public interface ChangedMeanwhile {

    /** Keys of the user tasks it is about. */
    Set<String> taskKeys();

    /** @return empty when nothing they meant has changed */
    Optional<Change> of(CaseId id, FormInput sent, SignedIn who);

    /**
     * @param template whose fragment {@code changed(view, model)} shows it
     * @param model also told to machines, as {@code changed}
     */
    record Change(String template, Object model) {}
}
