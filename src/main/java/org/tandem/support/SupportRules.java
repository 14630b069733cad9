package org.tandem.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseReaders;
import org.tandem.countries.Countries;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;

/** Every rule a request has to meet before a case is opened (S-040, R-042), all of them at once. */
@Component
class SupportRules {

    private final Frameworks frameworks;
    private final Countries countries;
    private final Topics topics;
    private final Askers askers;
    private final CaseReaders readers;
    private final Clock clock;

    SupportRules(
            Frameworks frameworks,
            Countries countries,
            Topics topics,
            Askers askers,
            CaseReaders readers,
            Clock clock) {
        this.frameworks = frameworks;
        this.countries = countries;
        this.topics = topics;
        this.askers = askers;
        this.readers = readers;
        this.clock = clock;
    }

    /** @throws Refused naming the first field that does not fit */
    CheckedRequest checked(SupportInput input, SignedIn who) {
        problems(input, who).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return input.read(new ArrayList<>());
    }

    /** Every field that does not fit. */
    List<Refused> problems(SupportInput input, SignedIn who) {
        List<Refused> problems = new ArrayList<>();
        CheckedRequest wish = input.read(problems);
        List<String> wrong = problems.stream()
                .map(problem -> String.valueOf(problem.field()))
                .toList();
        problems(wish, who).stream()
                .filter(problem -> !wrong.contains(String.valueOf(problem.field())))
                .forEach(problems::add);
        return problems;
    }

    private List<Refused> problems(CheckedRequest wish, SignedIn who) {
        List<Refused> problems = new ArrayList<>();
        Optional<Framework> framework = frameworks
                .byShortCode(wish.framework())
                .filter(known -> !known.retired() && readers.mayReadAll(who, known.shortCode()));
        boolean country =
                countries.find(wish.country()).filter(known -> !known.retired()).isPresent();
        if (framework.isEmpty()) {
            problems.add(SupportRefused.unknown("framework", wish.framework()));
        } else {
            subject(framework.get(), wish, country, who, problems);
        }
        if (!country) {
            problems.add(SupportRefused.unknown("country", wish.country()));
        }
        if (topics.find(wish.topic()).isEmpty()) {
            problems.add(SupportRefused.unknown("topic", wish.topic()));
        }
        if (wish.wantedBy() != null && wish.wantedBy().isBefore(LocalDate.ofInstant(clock.instant(), who.zone()))) {
            problems.add(SupportRefused.dateInThePast());
        }
        return problems;
    }

    private void subject(
            Framework framework, CheckedRequest wish, boolean country, SignedIn who, List<Refused> problems) {
        if (!framework.nominatesCountries()) {
            problems.add(SupportRefused.onePartyFramework(framework.title()));
        } else if (framework.currentAreas().stream()
                .noneMatch(area -> area.code().equals(wish.area()))) {
            problems.add(SupportRefused.unknown("area", wish.area()));
        } else if (country
                && askers.actingAs(framework, wish.area(), wish.country(), who).isEmpty()) {
            problems.add(SupportRefused.mayNotAsk(wish.areaKey(), wish.country()));
        }
    }
}
