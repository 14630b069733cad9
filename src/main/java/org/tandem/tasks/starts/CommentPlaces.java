package org.tandem.tasks.starts;

import java.util.List;
import org.tandem.cases.CaseView;
import org.tandem.platform.MessageArgument;
import org.tandem.tasks.forms.Option;

/** Port: parts of a case that a comment can be about, such as the sections of a proposal. */
public interface CommentPlaces {

    /** None for cases it knows nothing of. */
    List<Option> of(CaseView view);

    /** What a part is called, for the history. */
    MessageArgument named(CaseView view, String place);
}
