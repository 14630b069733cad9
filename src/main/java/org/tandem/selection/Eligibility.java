package org.tandem.selection;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;

/** Gathers the facts the decision table asks for (R-004, R-005, S-005, S-006) and turns its verdict into a refusal. */
@Component
class Eligibility {

    private final Nominations nominations;
    private final Countries countries;
    private final Frameworks frameworks;
    private final SelectionProcess process;
    private final SelectionFigures figures;

    Eligibility(
            Nominations nominations,
            Countries countries,
            Frameworks frameworks,
            SelectionProcess process,
            SelectionFigures figures) {
        this.nominations = nominations;
        this.countries = countries;
        this.frameworks = frameworks;
        this.process = process;
        this.figures = figures;
    }

    /** What the decision table is asked. */
    record Facts(boolean alreadyOpen, boolean ceilingReached, boolean absenceUnexplained) {}

    Facts facts(Framework framework, String country, String area, boolean absenceExplained, String exceptCase) {
        boolean open =
                nominations.findByFrameworkAndCountryAndAreaOrderByCaseId(framework.shortCode(), country, area).stream()
                        .anyMatch(other -> !other.caseId().equals(exceptCase)
                                && !other.state().allowsRenewal());
        return new Facts(
                open,
                ceilingReached(framework, country),
                !absenceExplained && !absentParties(framework, country).isEmpty());
    }

    /** Refuses in words when the table does not say ELIGIBLE. */
    void require(Framework framework, String country, String area, boolean absenceExplained) {
        String verdict = process.eligibility(facts(framework, country, area, absenceExplained, ""));
        switch (verdict) {
            case "ELIGIBLE" -> {}
            case "ALREADY_OPEN" -> throw SelectionRefused.alreadyOpen(openCase(framework, country, area));
            case "CEILING_REACHED" ->
                throw SelectionRefused.ceilingReached(
                        frameworks.ceiling(framework.shortCode()).orElseThrow());
            case "ABSENCE_UNEXPLAINED" ->
                throw SelectionRefused.absenceUnexplained(String.join(", ", absentParties(framework, country)));
            default -> throw new IllegalStateException("selectionEligibility gave the unknown verdict " + verdict);
        }
    }

    int priority(String country) {
        return countries
                .find(country)
                .map(found -> process.priority(found.ldc(), found.fragile()))
                .orElseThrow(() -> SelectionRefused.unknownCountry(country));
    }

    List<String> absentParties(Framework framework, String country) {
        return framework.parties().stream()
                .filter(agency -> !countries.isPresent(agency, country))
                .toList();
    }

    private boolean ceilingReached(Framework framework, String country) {
        OptionalInt ceiling = frameworks.ceiling(framework.shortCode());
        return ceiling.isPresent() && figures.otherOpenCountries(framework.shortCode(), country) >= ceiling.getAsInt();
    }

    private String openCase(Framework framework, String country, String area) {
        return nominations.findByFrameworkAndCountryAndAreaOrderByCaseId(framework.shortCode(), country, area).stream()
                .filter(other -> !other.state().allowsRenewal())
                .map(Nomination::caseId)
                .findFirst()
                .orElseThrow();
    }
}
