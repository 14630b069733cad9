package org.tandem.divergence;

import java.util.List;
import java.util.Set;
import org.tandem.cases.CaseView;
import org.tandem.tasks.forms.Option;

/** Port: what a divergence is about. Owned here, implemented by the stages; each answers for its own subjects. */
public interface DisputedCase {

    /** Kind of the cases it speaks for. */
    String kind();

    /** Subjects it answers for. */
    Set<Subject> subjects();

    /** Those of them somebody may raise on this case as it now stands; none when it is over. */
    List<Subject> raisable(CaseView matter);

    /** What both sides choose from when they settle it, as codes with messages {@code divergence.resolution.<code>}; may be empty. */
    List<String> resolutions(Subject subject);

    /**
     * Where in the matter a subject can lie, such as a section; that place is closed for writing meanwhile (D40). One place
     * needs no choice; none means the matter has no places.
     */
    default List<Option> places(CaseView matter, Subject subject) {
        return List.of();
    }

    /** Who shares what is divided: shares agreed among them are terms that bind (D40). None where nothing is. */
    default List<Option> sharers(CaseView matter, Subject subject) {
        return List.of();
    }

    /** Whether the matter waits for every divergence on it, not only for one that is said to block it. */
    default boolean alwaysWaits() {
        return false;
    }

    /** Whether the matter has work that can be held up until the divergence is settled. */
    boolean canWait(CaseView matter);

    /** Applies what was settled, in the transaction of the settling. */
    void settled(CaseView matter, Settlement settlement);
}
