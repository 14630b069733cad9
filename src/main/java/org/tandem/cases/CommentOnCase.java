package org.tandem.cases;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;

/** A reader of a case says something to everybody on it; both sides' focal points and coordinators get a notice. */
@UseCase
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class CommentOnCase {

    /** Words of the history for a comment about a part of the case. */
    static final String ON_A_PART = "cases.history.commentedOn";

    /** Longest comment, in characters. */
    public static final int MOST = 4_000;

    /** Comments of one case, whose page shows them all. */
    static final int MOST_OF_A_CASE = 1_000;

    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final ActingAs actingAs;

    /** Refuses who reads the case only. */
    public void mayComment(CaseView view, SignedIn who) {
        actingAs.of(view, who);
    }

    /**
     * @param about the part of the case it is about, null for the whole
     * @return for whom the person comments
     */
    public Mandate comment(CaseId id, String text, @Nullable MessageArgument about, SignedIn who) {
        CaseView view = cases.readable(id, who);
        Mandate as = actingAs.of(view, who);
        String said = PlainText.of("comment", text, MOST);
        if (history.count(id, CaseEntry.Kind.COMMENT) >= MOST_OF_A_CASE) {
            throw Refused.invalid("comment", "cases.refused.tooManyComments", MOST_OF_A_CASE);
        }
        Message words = about == null ? Message.of("cases.history.commented") : Message.of(ON_A_PART, about);
        history.add(id, CaseEntry.Kind.COMMENT, who.personId(), as.group(), words, said);
        for (String agency : cases.parties(view.framework())) {
            Message notice = Message.of("cases.notice.commented", MessageArgument.person(who.personId()));
            history.tell(id, groups.focalPoints(agency, view.areaKey()), notice, who.personId());
            history.tell(id, groups.coordinators(agency, view.framework()), notice, who.personId());
        }
        return as;
    }
}
