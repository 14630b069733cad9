package org.tandem.support;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tandem.cases.CaseEntry;
import org.tandem.cases.CaseHistory;
import org.tandem.cases.CaseId;
import org.tandem.cases.CaseOpening;
import org.tandem.cases.CaseSubject;
import org.tandem.cases.Cases;
import org.tandem.frameworks.Area;
import org.tandem.people.CandidateGroups;
import org.tandem.people.MandatePattern;
import org.tandem.platform.AlreadyThere;
import org.tandem.platform.Message;
import org.tandem.platform.MessageArgument;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.UseCase;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.StartPlace;
import org.tandem.tasks.starts.Started;

/** A country team asks the joint mechanism (S-016, S-040): the form, and the case that it opens. */
@UseCase
@RequiredArgsConstructor
class AskForSupport implements StartForm {

    /** No request is more urgent than another; the date asked for says how long there is. */
    private static final int PRIORITY = 50;

    static final String FRAMEWORK = "framework";
    static final String AREA = "area";
    static final String COUNTRY = "country";

    private final Askers askers;
    private final Topics topics;
    private final SupportRequests requests;
    private final Cases cases;
    private final CaseHistory history;
    private final CandidateGroups groups;
    private final SupportProcess process;
    private final Clock clock;

    @Override
    public StartPlace place() {
        return new StartPlace("support", "askForSupport", "/support/ask", "/api/support");
    }

    /** In an address it narrows the areas on offer; machines name it beside the area. */
    @Override
    public Set<String> alsoTaken() {
        return Set.of(FRAMEWORK);
    }

    @Override
    public List<String> namedBy() {
        return List.of("question");
    }

    @Override
    public void mayOpen(Start start) {
        if (askers.frameworksFor(start.who()).isEmpty()) {
            throw SupportRefused.nowhereToAsk();
        }
    }

    /** About which country and area somebody may ask, the rules say when both are known. */
    @Override
    public void mayStart(Start start) {}

    /** An area of an address may stand without its framework; who speaks for one office alone asks about its country. */
    @Override
    public FormInput beginning(Start start) {
        Map<String, List<String>> begun = new HashMap<>();
        Set<String> offices = start.who().scopes(Role.COUNTRY_OFFICE);
        if (start.typed(COUNTRY).isEmpty() && offices.size() == 1) {
            begun.put(COUNTRY, List.copyOf(offices));
        }
        start.typed(AREA)
                .filter(code -> !code.contains("-"))
                .flatMap(code -> start.typed(FRAMEWORK).map(framework -> framework + "-" + code))
                .ifPresent(area -> begun.put(AREA, List.of(area)));
        return FormInput.of(begun);
    }

    /** The page has one field for framework and area, machines name both. */
    @Override
    public void translate(Map<String, Object> sent) {
        Object framework = sent.get(FRAMEWORK);
        if (framework != null) {
            sent.computeIfPresent(
                    AREA,
                    (name, code) ->
                            framework.toString().strip() + "-" + code.toString().strip());
        }
        sent.computeIfPresent(COUNTRY, (name, code) -> code.toString().strip().toUpperCase(Locale.ROOT));
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        Locale locale = LocaleContextHolder.getLocale();
        return Map.of(
                "areas", askers.areas(start),
                "topics", topics.all(topic -> new Option(topic.code(), topic.name(locale))));
    }

    @Override
    public List<Refused> problems(Start start) {
        return askers.problem(start).stream().toList();
    }

    /** @throws org.tandem.platform.Refused naming the request that is open already */
    @Override
    public Started submit(Start start, FormValues values) {
        UUID asker = start.who().personId();
        String country = values.text(COUNTRY).orElseThrow();
        Area area = askers.area(values.text(AREA).orElseThrow(), start.who()).orElseThrow();
        String askedAs =
                askers.actingAs(area, country, start.who()).orElseThrow(() -> SupportRefused.mayNotAsk(area, country));
        CaseSubject subject = CaseSubject.of(area.framework(), country, area.code());
        CaseId stem = CaseId.of(subject, 1);
        // Whoever asks about the same at the same moment waits here, and is seen below.
        CaseId id = stem.below(SupportCaseType.LETTER, cases.nextBelow(stem.value(), SupportCaseType.LETTER));
        SupportRequest request = new SupportRequest(
                id,
                subject,
                values.text("topic").orElseThrow(),
                values.text("question").orElseThrow(),
                values.date("wantedBy").orElse(null),
                asker,
                askedAs,
                clock.instant());
        requests.waitingLike(request).ifPresent(open -> {
            throw new AlreadyThere("question", "support.refused.askedAlready", open);
        });
        String agency = MandatePattern.parse(askedAs).agency();
        cases.open(new CaseOpening(
                id, SupportProcess.KEY, null, subject, SupportState.OPEN.name(), PRIORITY, asker, agency));
        requests.saveAndFlush(request);
        cases.reworded(id);
        Message asked = Message.of("support.history.asked", MessageArgument.of("topic", request.topic()));
        history.add(id, CaseEntry.Kind.STEP, asker, askedAs, asked, request.question());
        for (String party : cases.parties(area.framework())) {
            history.tell(id, groups.taskTeam(party, area.framework()), asked, asker);
        }
        process.asked(request);
        return new Started("/cases/" + id, Message.of("support.flash.asked"), Map.of("id", id.value()));
    }
}
