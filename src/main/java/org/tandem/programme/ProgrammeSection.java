package org.tandem.programme;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.platform.SignedIn;
import org.tandem.proposal.Proposals;
import org.tandem.selection.SelectedCountries;

/** Joint programmes on the page of their country, and what the reader may do about one. */
@Component
@RequiredArgsConstructor
class ProgrammeSection implements CaseSection {

    private final Programmes programmes;
    private final SelectedCountries selected;
    private final Starters starters;
    private final WithdrawProgramme withdraw;
    private final Cases cases;
    private final Proposals proposals;

    /**
     * @param start address of the form to start one here, null when the reader may not
     * @param areaReason why it is of an area that is not usual for proposals
     * @param mayWithdraw whether the case is a programme the reader may ask to withdraw
     */
    record Shown(
            List<CaseView> programmes,
            @Nullable String start,
            @Nullable String areaReason,
            boolean mayWithdraw) {}

    @Override
    public String name() {
        return "programme";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        if (view.kind().equals(ProgrammeProcess.KEY)) {
            return new Shown(
                    List.of(), null, proposals.of(view.caseId()).areaReason(), withdraw.isOffered(view, reader));
        }
        return selected.current(view.subject())
                .filter(current -> current.id().equals(view.id()))
                .map(current -> ofCountry(current, reader))
                .orElse(null);
    }

    private Shown ofCountry(CaseView country, SignedIn reader) {
        boolean mayStart = starters.area(country.areaKey(), reader)
                .flatMap(area -> starters.actingAs(area, country.country(), reader))
                .isPresent();
        return new Shown(
                programmes.of(country.subject()).stream()
                        .flatMap(id -> cases.find(id, reader).stream())
                        .toList(),
                mayStart ? "/programmes/start?area=" + country.areaKey() + "&country=" + country.country() : null,
                null,
                false);
    }
}
