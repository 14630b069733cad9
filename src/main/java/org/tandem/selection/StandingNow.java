package org.tandem.selection;

import java.util.Optional;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.frameworks.Frameworks;

/** What stands at this moment in the database. */
@Component
@RequiredArgsConstructor
class StandingNow implements Standing {

    private final Nominations nominations;
    private final SelectionFigures figures;
    private final Frameworks frameworks;

    @Override
    public Optional<String> openCase(String framework, String country, String area) {
        return figures.openCases(framework, country, area).stream().findFirst();
    }

    @Override
    public Optional<String> caseOfRow(String importKey) {
        return nominations.findByImportKey(importKey).map(Nomination::caseId);
    }

    @Override
    public int otherOpenCountries(String framework, String country) {
        return figures.otherOpenCountries(framework, country);
    }

    @Override
    public OptionalInt ceiling(String framework) {
        return frameworks.ceiling(framework);
    }
}
