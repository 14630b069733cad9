package org.tandem.selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Framework;
import org.tandem.platform.Refused;

/** Gathers the facts the decision table asks for (R-004, R-005, S-005, S-006) and turns its verdict into a refusal. */
@Component
@RequiredArgsConstructor
class Eligibility {

    private final SelectionFigures figures;
    private final Countries countries;
    private final SelectionProcess process;
    private final StandingNow now;

    /** What the decision table is asked. */
    record Facts(boolean alreadyOpen, boolean ceilingReached, boolean absenceUnexplained) {}

    Facts facts(Framework framework, String country, String area, boolean absenceExplained, String exceptCase) {
        boolean open = figures.openCases(framework.shortCode(), country, area).stream()
                .anyMatch(other -> !other.equals(exceptCase));
        return new Facts(
                open,
                ceilingReached(framework, country, now),
                !absenceExplained && !absentParties(framework, country).isEmpty());
    }

    /** What the table objects to, in words; nothing when it says ELIGIBLE. */
    Optional<Refused> objection(
            Framework framework, String country, String area, boolean absenceExplained, Standing standing) {
        Optional<String> open = standing.openCase(framework.shortCode(), country, area);
        List<String> absent = absentParties(framework, country);
        Facts facts = new Facts(
                open.isPresent(), ceilingReached(framework, country, standing), !absenceExplained && !absent.isEmpty());
        String verdict = standing.verdict(facts, process::eligibility);
        return switch (verdict) {
            case "ELIGIBLE" -> Optional.empty();
            case "ALREADY_OPEN" -> Optional.of(SelectionRefused.alreadyOpen(open.orElseThrow()));
            case "CEILING_REACHED" ->
                Optional.of(SelectionRefused.ceilingReached(
                        standing.ceiling(framework.shortCode()).orElseThrow()));
            case "ABSENCE_UNEXPLAINED" -> Optional.of(SelectionRefused.absenceUnexplained(String.join(", ", absent)));
            default -> throw new IllegalStateException("selectionEligibility gave the unknown verdict " + verdict);
        };
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

    private boolean ceilingReached(Framework framework, String country, Standing standing) {
        OptionalInt ceiling = standing.ceiling(framework.shortCode());
        return ceiling.isPresent() && standing.otherOpenCountries(framework.shortCode(), country) >= ceiling.getAsInt();
    }
}
