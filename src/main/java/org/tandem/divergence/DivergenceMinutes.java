package org.tandem.divergence;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.people.CandidateGroups;
import org.tandem.platform.Message;
import org.tandem.platform.SignedIn;

/** Tells those concerned what happened to a divergence. */
@Component
@RequiredArgsConstructor
class DivergenceMinutes {

    private final CaseHistory history;
    private final CandidateGroups groups;
    private final Cases cases;

    /** Everybody who works at this level learns on their next look. */
    void notice(CaseView view, Level level, Message words, @Nullable SignedIn causedBy) {
        for (String group : groups.sidesAt(level.name(), view.framework(), view.areaKey(), view.country())
                .split(",")) {
            history.tell(view.caseId(), group, words, causedBy == null ? null : causedBy.personId());
        }
        for (String agency : cases.parties(view.framework())) {
            history.tell(
                    view.caseId(),
                    groups.coordinators(agency, view.framework()),
                    words,
                    causedBy == null ? null : causedBy.personId());
        }
    }
}
