package org.tandem.selection;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseSection;
import org.tandem.cases.CaseView;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Collaboration;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.SignedIn;

/** The nomination file on the case page, and what the reader may do with the case. */
@Component
@RequiredArgsConstructor
class SelectionSection implements CaseSection {

    private final Nominations nominations;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Coordinators coordinators;
    private final Pauses pauses;

    record File(
            NominationView nomination,
            String countryName,
            Country country,
            String frameworkTitle,
            Area area,
            @Nullable String gainLabel,
            List<Collaboration> collaborations,
            List<RegionOf> regions,
            List<Pauses.Pause> pauses,
            boolean maySuspend,
            boolean mayLift,
            boolean mayAskWithdrawal)
            implements InShort {

        @Override
        public List<String> inShort() {
            return List.of(nomination.entryPoint(), nomination.reasons());
        }
    }

    record RegionOf(
            String agency, @Nullable String code, @Nullable String name, boolean present) {}

    @Override
    public String name() {
        return "selection";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public @Nullable Object of(CaseView view, SignedIn reader) {
        if (!view.kind().equals(SelectionProcess.KEY)) {
            return null;
        }
        NominationView nomination = nominations.of(view.caseId()).view();
        Framework framework = frameworks.byShortCode(view.framework()).orElseThrow();
        Country country = countries.find(view.country()).orElseThrow();
        Area area = framework.area(view.area()).orElseThrow();
        List<String> mine = coordinators.agenciesOf(view.framework(), reader);
        List<Pauses.Pause> standing = pauses.of(view.caseId());
        List<String> paused = standing.stream().map(Pauses.Pause::agency).toList();
        boolean over = SelectionState.valueOf(view.stateBeneath()).allowsRenewal();
        return new File(
                nomination,
                country.name(LocaleContextHolder.getLocale()),
                country,
                framework.shortTitle(),
                area,
                nomination.expectedGain() == null
                        ? null
                        : area.gain(nomination.expectedGain())
                                .map(Area.EfficiencyGain::label)
                                .orElse(nomination.expectedGain()),
                nomination.collaborations().stream()
                        .flatMap(code -> frameworks.collaborations(view.framework()).stream()
                                .filter(known -> known.code().equals(code)))
                        .toList(),
                framework.parties().stream()
                        .map(agency -> regionOf(agency, view.country()))
                        .toList(),
                standing,
                !over && !paused.containsAll(mine),
                mine.stream().anyMatch(paused::contains),
                !mine.isEmpty() && !over && view.withdrawalAskedBy() == null);
    }

    private RegionOf regionOf(String agency, String country) {
        var region = countries.regionOf(agency, country);
        return new RegionOf(
                agency,
                region.map(org.tandem.countries.Region::code).orElse(null),
                region.map(found -> found.name(LocaleContextHolder.getLocale())).orElse(null),
                countries.isPresent(agency, country));
    }
}
