package org.tandem.tasks.starts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseView;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormInput;

/**
 * Something as a person is about to begin it.
 *
 * @param about the case it is about, which the person may read; null when it is about none
 * @param input what has been typed so far, unchecked
 */
public record Start(@Nullable CaseView about, FormInput input, SignedIn who) {

    public CaseView view() {
        return Objects.requireNonNull(about, "it is about a case");
    }

    public CaseId caseId() {
        return view().caseId();
    }

    /** The first of what was sent under a name, if anything was. */
    public Optional<String> typed(String name) {
        return all(name).stream().filter(text -> !text.isBlank()).findFirst();
    }

    public List<String> all(String name) {
        return input.asMap().getOrDefault(name, List.of());
    }
}
