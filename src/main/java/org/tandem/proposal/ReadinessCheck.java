package org.tandem.proposal;

import java.util.List;
import java.util.Set;
import org.tandem.cases.CaseId;

/** One part's answer to the question what is missing, asked live on the page and again at clearance. */
public interface ReadinessCheck {

    /** Reads what is stored now; finds nothing when nothing is missing. */
    List<Finding> findings(Proposal proposal);

    /**
     * Codes of the rules it judges of this proposal, whether it finds something or not; a rule that no part judges is for
     * people to look at and never counts as met.
     */
    default Set<String> judges(Proposal proposal) {
        return Set.of();
    }

    /** Ready proposals in which it finds something by now only because a date has passed. Asked every minute. */
    default List<CaseId> ranOut() {
        return List.of();
    }
}
