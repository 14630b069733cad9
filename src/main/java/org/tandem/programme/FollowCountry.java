package org.tandem.programme;

import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.tandem.cases.CaseId;
import org.tandem.cases.Cases;
import org.tandem.platform.UseCase;
import org.tandem.selection.CountryMoved;

/**
 * What becomes of programmes when their country moves in selection: those begun before its nomination come to belong to it,
 * those of a withdrawn country are withdrawn with it, by the message drawn in their diagram.
 */
@UseCase
@RequiredArgsConstructor
class FollowCountry {

    private final Cases cases;
    private final CountriesInSelection countries;
    private final WithdrawProgramme withdraw;

    @EventListener
    void on(CountryMoved moved) {
        CaseId selection = moved.caseId();
        switch (moved.state()) {
            case "WITHDRAWN" -> countries.below(selection.value()).stream().map(CaseId::new).forEach(id -> {
                cases.lock(id);
                withdraw.countryWithdrawn(id);
            });
            case "PROPOSED", "JOINTLY_IDENTIFIED", "VETTED" ->
                countries.orphans(cases.find(selection).orElseThrow().subject()).stream()
                        .map(CaseId::new)
                        .forEach(id -> cases.setParent(id, selection));
            default -> {}
        }
    }
}
