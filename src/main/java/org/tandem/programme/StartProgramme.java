package org.tandem.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.CaseView;
import org.tandem.cases.Cases;
import org.tandem.countries.Agencies;
import org.tandem.countries.Countries;
import org.tandem.countries.Country;
import org.tandem.frameworks.Area;
import org.tandem.frameworks.Assessment;
import org.tandem.frameworks.Frameworks;
import org.tandem.funds.Funds;
import org.tandem.people.MandatePattern;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UseCase;
import org.tandem.proposal.BeginProposal;
import org.tandem.selection.SelectedCountries;
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
    private static final String CONVENING = "convening";
    private static final String TITLE = "title";
    private static final String AREA_REASON = "areaReason";
    private static final int PRIORITY = 50;

    private final Starters starters;
    private final Cases cases;
    private final CaseHistory history;
    private final SelectedCountries selected;
    private final Frameworks frameworks;
    private final Countries countries;
    private final Agencies agencies;
    private final Funds funds;
    private final BeginProposal proposals;
    private final ProgrammeProcess process;

    @Override
    public StartPlace place() {
        return new StartPlace("programme", "startProgramme", "/programmes/start", "/api/programmes");
    }

    @Override
    public Set<String> carried() {
        return Set.of(AREA, COUNTRY, ASSESSMENT);
    }

    @Override
    public List<String> namedBy() {
        return List.of(TITLE);
    }

    @Override
    public void mayStart(Start start) {
        if (starters.areas(start.who()).findAny().isEmpty()) {
            throw ProgrammeRefused.mayNotStart();
        }
    }

    /** From an assessment comes its country (S-079). */
    @Override
    public FormInput beginning(Start start) {
        return assessment(start)
                .filter(found -> start.typed(COUNTRY).isEmpty())
                .map(found -> FormInput.of(Map.of(COUNTRY, List.of(found.country()))))
                .orElse(FormInput.empty());
    }

    private Optional<Assessment> assessment(Start start) {
        return start.typed(ASSESSMENT).flatMap(frameworks::assessment);
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        SignedIn who = start.who();
        return Map.of(
                "areas",
                starters.areas(who)
                        .map(area -> new Option(area.areaKey(), area.numberedTitle()))
                        .toList(),
                "parties",
                starters.frameworks(who)
                        .flatMap(framework -> framework.parties().stream())
                        .distinct()
                        .map(this::party)
                        .toList(),
                "funds",
                funds.all().stream()
                        .map(fund -> new Option(fund.code(), fund.shortName()))
                        .toList(),
                "assessments",
                starters.frameworks(who)
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

    @Override
    public Map<String, Object> facts(Start start) {
        return Map.of("unusualAreas", starters.unusualAreas(start.who()));
    }

    @Override
    public List<Refused> problems(Start start) {
        Optional<String> country = start.typed(COUNTRY).flatMap(countries::find).map(Country::iso3);
        List<Refused> problems = new ArrayList<>();
        start.typed(AREA)
                .flatMap(key -> starters.area(key, start.who()))
                .filter(area -> country.filter(iso3 ->
                                starters.actingAs(area, iso3, start.who()).isEmpty())
                        .isPresent())
                .ifPresent(area -> problems.add(ProgrammeRefused.notYours()));
        start.typed(AREA)
                .flatMap(key -> starters.area(key, start.who()))
                .map(area -> cases.parties(area.framework()))
                .filter(parties -> start.typed(CONVENING)
                        .filter(typed -> !parties.contains(typed))
                        .isPresent())
                .ifPresent(parties -> problems.add(ProgrammeRefused.convening()));
        assessment(start)
                .filter(found ->
                        country.filter(iso3 -> !iso3.equals(found.country())).isPresent())
                .ifPresent(found -> problems.add(ProgrammeRefused.assessmentElsewhere()));
        return problems;
    }

    @Override
    public Started submit(Start start, FormValues values) {
        UUID by = start.who().personId();
        Area area = starters.area(values.text(AREA).orElseThrow(), start.who()).orElseThrow();
        String country = values.text(COUNTRY).orElseThrow();
        MandatePattern actingAs = starters.actingAs(area, country, start.who()).orElseThrow(ProgrammeRefused::notYours);
        String title = values.text(TITLE).orElseThrow();
        @Nullable String fund = values.text(FUND).orElse(null);
        CaseSubject subject = new CaseSubject(title, area.framework(), List.of(country), List.of(area.code()), fund);
        CaseId id = opened(subject, by, actingAs.agency());
        proposals.begin(
                id,
                actingAs.agency(),
                values.text(CONVENING).orElse(actingAs.agency()),
                fund,
                values.text(ASSESSMENT).orElse(null),
                values.text(AREA_REASON).orElse(null),
                by);
        history.add(
                id,
                CaseEntry.Kind.STEP,
                by,
                actingAs.group(),
                Message.of("programme.history.started", MessageArgument.agency(actingAs.agency())),
                values.text("note").orElse(null));
        values.text(AREA_REASON)
                .ifPresent(reason -> history.add(
                        id,
                        CaseEntry.Kind.STEP,
                        by,
                        actingAs.group(),
                        Message.of("programme.history.unusualArea", MessageArgument.area(area.areaKey())),
                        reason));
        process.started(id, subject, actingAs.agency());
        return new Started("/cases/" + id, Message.of("programme.flash.started", title), Map.of("id", id.value()));
    }

    /** Of a country that is open or selected it is a case below; otherwise it comes to belong to it later. */
    private CaseId opened(CaseSubject subject, UUID by, String agency) {
        selected.current(subject).map(CaseView::caseId).ifPresent(cases::lock);
        Optional<CaseView> country = selected.current(subject);
        CaseId stem = CaseId.of(CaseSubject.of(subject.framework(), subject.country(), subject.area()), 1);
        CaseId id = stem.below(ProgrammeCaseType.LETTER, cases.nextBelow(stem.value(), ProgrammeCaseType.LETTER));
        cases.open(new CaseOpening(
                id,
                ProgrammeProcess.KEY,
                country.map(CaseView::id).orElse(null),
                subject,
                ProgrammeState.IDEA.name(),
                PRIORITY,
                by,
                agency));
        return id;
    }
}
