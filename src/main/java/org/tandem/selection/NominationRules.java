package org.tandem.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tandem.cases.CaseReaders;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Every rule a nomination has to meet before a case is opened (S-001, R-001, R-004 to R-008), all of them at once. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class NominationRules {

    private final Frameworks frameworks;
    private final Countries countries;
    private final Nominators nominators;
    private final Eligibility eligibility;
    private final CaseReaders readers;

    /** What the rules say against it, each naming its field; opens nothing. */
    List<Refused> problems(CheckedNomination proposal, SignedIn who, Standing standing) {
        Optional<Framework> known = frameworks
                .byShortCode(proposal.framework())
                .filter(framework -> !framework.retired() && readers.mayReadAll(who, framework.shortCode()));
        if (known.isEmpty()) {
            return List.of(SelectionRefused.unknownFramework(proposal.framework()));
        }
        Framework framework = known.get();
        if (!framework.nominatesCountries()) {
            return List.of(SelectionRefused.onePartyFramework(framework.shortTitle()));
        }
        List<Refused> problems = new ArrayList<>();
        String country = countries
                .find(proposal.country())
                .filter(found -> !found.retired())
                .map(Country::iso3)
                .orElse(null);
        if (country == null) {
            problems.add(SelectionRefused.unknownCountry(proposal.country()));
        }
        if (proposal.areas().isEmpty()) {
            problems.add(SelectionRefused.noArea());
        }
        for (String code : new LinkedHashSet<>(proposal.areas())) {
            area(framework, code, country, proposal, who, standing, problems);
        }
        collaborations(framework, proposal, problems);
        return problems;
    }

    private void area(
            Framework framework,
            String code,
            @Nullable String country,
            CheckedNomination proposal,
            SignedIn who,
            Standing standing,
            List<Refused> problems) {
        Optional<Area> area = framework.area(code).filter(known -> !known.retired());
        if (area.isEmpty()) {
            problems.add(SelectionRefused.unknownArea(code, framework.shortTitle()));
            return;
        }
        gain(area.get(), proposal.gains().get(code), problems);
        if (country == null) {
            return;
        }
        if (!nominators.mayNominate(framework, code, country, who)) {
            problems.add(SelectionRefused.mayNotNominate(area.get().areaKey()));
            return;
        }
        eligibility
                .objection(framework, country, code, proposal.absenceExplanation() != null, standing)
                .filter(objection -> problems.stream().noneMatch(other -> same(other, objection)))
                .ifPresent(problems::add);
    }

    private static void gain(Area area, @Nullable String gain, List<Refused> problems) {
        if (gain == null && !area.currentGains().isEmpty()) {
            problems.add(SelectionRefused.missingGain(area.code()));
        }
        if (gain != null
                && area.currentGains().stream().noneMatch(known -> known.code().equals(gain))) {
            problems.add(SelectionRefused.unknownGain(area.code(), gain));
        }
    }

    private void collaborations(Framework framework, CheckedNomination proposal, List<Refused> problems) {
        var known = frameworks.collaborations(framework.shortCode());
        for (String code : proposal.collaborations()) {
            if (known.stream().noneMatch(collaboration -> collaboration.code().equals(code))) {
                problems.add(SelectionRefused.unknownCollaboration(code));
            }
        }
        if (proposal.collaborations().isEmpty() && proposal.noCollaboration() == null) {
            problems.add(SelectionRefused.noCollaborationUnexplained());
        }
    }

    private static boolean same(Refused one, Refused other) {
        return one.words().equals(other.words());
    }
}
