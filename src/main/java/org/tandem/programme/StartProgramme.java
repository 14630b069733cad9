package org.tandem.programme;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseReaders;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Framework;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Fund;
import org.tandem.funds.Funds;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.BeginProposal;
import org.tandem.proposal.ProposalState;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** Country office or focal point of one party has the idea for a joint programme; the others are asked to join (S-010). */
@UseCase
@RequiredArgsConstructor
class StartProgramme implements StartForm {

    private static final String AREA = "area";
    private static final String COUNTRY = "country";
    private static final String ASSESSMENT = "assessment";
    private static final String FUND = "fund";
    private static final int PRIORITY = 50;

    private final CaseReaders readers;
    private final Cases cases;
    private final CaseHistory history;
    private final CountriesInSelection selected;
    private final Frameworks frameworks;
    private final Agencies agencies;
    private final Funds funds;
    private final CandidateGroups groups;
    private final BeginProposal proposals;
    private final ProgrammeProcess process;
    private final Clock clock;

    @Override
    public StartPlace place() {
        return new StartPlace("programme", "startProgramme", "/programmes/start", "/api/programmes");
    }

    @Override
    public Set<String> carried() {
        return Set.of(ASSESSMENT);
    }

    @Override
    public List<String> namedBy() {
        return List.of("title");
    }

    @Override
    public void mayOpen(Start start) {
        if (areas(start.who()).findAny().isEmpty()) {
            throw ProgrammeRefused.mayNotStart();
        }
    }

    @Override
    public void mayStart(Start start) {
        mayOpen(start);
    }

    /** From an assessment comes its country (S-079). */
    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        start.typed(ASSESSMENT).flatMap(frameworks::assessment).ifPresent(found -> {
            begun.put(ASSESSMENT, List.of(found.code()));
            begun.put(COUNTRY, List.of(found.country()));
        });
        return FormInput.of(begun);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        return Map.of(
                "areas",
                areas(start.who())
                        .map(area -> new Option(area.areaKey(), area.numberedTitle()))
                        .toList(),
                "parties",
                joint(start.who())
                        .flatMap(framework -> framework.parties().stream())
                        .distinct()
                        .map(this::party)
                        .toList(),
                "funds",
                funds.all().stream()
                        .map(fund -> new Option(fund.code(), fund.shortName()))
                        .toList(),
                "assessments",
                joint(start.who())
                        .flatMap(framework -> frameworks.assessments(framework.shortCode()).stream())
                        .map(one -> new Option(one.code(), one.code() + ": " + one.topic()))
                        .toList());
    }

    private Option party(String code) {
        return new Option(
                code,
                agencies.find(code)
                        .map(agency -> agency.name(LocaleContextHolder.getLocale()))
                        .orElse(code));
    }

    private Stream<Framework> joint(SignedIn who) {
        return readers.frameworks(who).stream().filter(Framework::nominatesCountries);
    }

    /** Those somebody writes for: focal points theirs, country offices and coordinators all of their framework. */
    private Stream<Area> areas(SignedIn who) {
        return joint(who).filter(framework -> who.belongsToAny(framework.parties()))
                .flatMap(framework -> framework.currentAreas().stream());
    }

    @Override
    public List<Refused> problems(Start start) {
        return start.typed(AREA)
                .flatMap(key -> areaOf(key, start.who()))
                .flatMap(area -> start.typed(COUNTRY)
                        .filter(country -> party(area, country, start.who()).isEmpty()))
                .map(country -> ProgrammeRefused.mayNotStart().about(COUNTRY))
                .stream()
                .toList();
    }

    private Optional<Area> areaOf(String key, SignedIn who) {
        return areas(who).filter(area -> area.areaKey().equals(key)).findFirst();
    }

    /** For which party the person writes about this area and country. */
    private Optional<String> party(Area area, String country, SignedIn who) {
        return cases.parties(area.framework()).stream()
                .filter(agency -> Stream.of((groups.sideAt("COUNTRY", agency, area.framework(), area.areaKey(), country)
                                        + "," + groups.coordinators(agency, area.framework()))
                                .split(","))
                        .map(MandatePattern::parse)
                        .anyMatch(group -> group.isHeldBy(who)))
                .findFirst();
    }

    @Override
    public Started submit(Start start, FormValues values) {
        SignedIn who = start.who();
        Area area = areaOf(values.text(AREA).orElseThrow(), who).orElseThrow(ProgrammeRefused::mayNotStart);
        String country = values.text(COUNTRY).orElseThrow();
        String agency = party(area, country, who).orElseThrow(ProgrammeRefused::mayNotStart);
        String title = values.text("title").orElseThrow();
        @Nullable String fund = values.text(FUND).flatMap(funds::find).map(Fund::code).orElse(null);
        CaseSubject subject =
                new CaseSubject(title, area.framework(), List.of(country), List.of(area.code()), fund);
        CaseId stem = CaseId.of(CaseSubject.of(area.framework(), country, area.code()), 1);
        CaseId id = stem.below(
                ProgrammeCaseType.LETTER, cases.nextBelow(stem.value(), ProgrammeCaseType.LETTER));
        cases.open(new CaseOpening(
                id,
                ProgrammeProcess.KEY,
                selected.current(subject).orElse(null),
                subject,
                ProposalState.IDEA.name(),
                PRIORITY,
                who.personId(),
                agency));
        proposals.begin(
                id,
                values.text("convening").orElse(agency),
                fund,
                values.text(ASSESSMENT).orElse(null),
                who.personId());
        history.add(
                id,
                CaseEntry.Kind.STEP,
                who.personId(),
                groups.coordinators(agency, area.framework()),
                Message.of("programme.history.started", MessageArgument.agency(agency)),
                values.text("note").orElse(null));
        process.started(id, subject, agency);
        return new Started(
                "/cases/" + id, Message.of("programme.flash.started", title), Map.of("id", id.value()));
    }
}
