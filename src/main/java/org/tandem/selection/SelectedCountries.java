package org.tandem.selection;

import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;

/** How a country stands in selection for one area, for stages that come after it. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public class SelectedCountries {

    /** The kind of case a country is. */
    public static final String KIND = SelectionProcess.KEY;

    private final SelectionFigures figures;
    private final Cases cases;

    /** The case that is open or selected; empty when the country was never named for the area, or fell out. */
    public Optional<CaseView> current(CaseSubject subject) {
        return figures.openCases(subject.framework(), subject.country(), subject.area()).stream()
                .findFirst()
                .flatMap(id -> cases.find(new CaseId(id)));
    }

    /** Whether both sides have vetted it, be it paused since. */
    public boolean isSelected(CaseView view) {
        return view.kind().equals(KIND) && view.stateBeneath().equals(SelectionState.VETTED.name());
    }
}
