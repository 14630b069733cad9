package org.tandem.programme;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.selection.CountryMoved;

/**
 * What becomes of programmes when their country moves in selection: those begun before it was named come to belong to it, those
 * of a withdrawn country are withdrawn with it, by the message drawn in their diagram.
 */
@UseCase
@RequiredArgsConstructor
class FollowCountry {

    private final Cases cases;
    private final Programmes programmes;
    private final WithdrawProgramme withdraw;

    @EventListener
    void on(CountryMoved moved) {
        CaseSubject subject = cases.find(moved.caseId()).orElseThrow().subject();
        if (moved.isWithdrawn()) {
            programmes.of(subject).forEach(withdraw::countryWithdrawn);
        } else if (moved.isStanding()) {
            programmes.of(subject).stream()
                    .filter(id -> cases.find(id).orElseThrow().parent() == null)
                    .forEach(id -> cases.setParent(id, moved.caseId()));
        }
    }
}
