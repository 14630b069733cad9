package org.tandem.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tandem.cases.CaseId;
import org.tandem.frameworks.Framework;
import org.tandem.platform.Mandate;
import org.tandem.platform.Message;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.tasks.forms.FormInput;
import org.tandem.tasks.forms.FormValues;
import org.tandem.tasks.forms.Option;
import org.tandem.tasks.starts.Start;
import org.tandem.tasks.starts.StartForm;
import org.tandem.tasks.starts.Started;

/** The form with which a country team asks for support. */
@Component
class AskForm implements StartForm {

    private static final String FRAMEWORK = "framework";
    private static final String AREA = "area";
    private static final String COUNTRY = "country";

    private final AskForSupport askForSupport;
    private final SupportRules rules;
    private final Topics topics;
    private final Askers askers;

    AskForm(AskForSupport askForSupport, SupportRules rules, Topics topics, Askers askers) {
        this.askForSupport = askForSupport;
        this.rules = rules;
        this.topics = topics;
        this.askers = askers;
    }

    @Override
    public String module() {
        return "support";
    }

    @Override
    public String key() {
        return "askForSupport";
    }

    @Override
    public String page() {
        return "/support/ask";
    }

    @Override
    public String api() {
        return "/api/support";
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
        String area = start.typed(AREA)
                .filter(code -> !code.contains("-"))
                .flatMap(code -> start.typed(FRAMEWORK).map(framework -> framework + "-" + code))
                .orElse("");
        List<String> offices = start.who().mandates().stream()
                .filter(mandate -> mandate.role() == Role.COUNTRY_OFFICE)
                .map(Mandate::scope)
                .distinct()
                .toList();
        FormInput ofArea = area.isEmpty() ? FormInput.empty() : FormInput.of(Map.of(AREA, List.of(area)));
        return start.typed(COUNTRY).isPresent() || offices.size() != 1
                ? ofArea
                : ofArea.orElse(FormInput.of(Map.of(COUNTRY, offices)));
    }

    @Override
    public Map<String, List<Option>> options(Start start) {
        Locale locale = LocaleContextHolder.getLocale();
        return Map.of(
                "areas", areas(start),
                "topics",
                        topics.all().stream()
                                .map(topic -> new Option(topic.code(), topic.name(locale)))
                                .toList());
    }

    /** The areas the person may ask about, those whose support the framework promises first. */
    private List<Option> areas(Start start) {
        SignedIn who = start.who();
        List<Framework> mine = askers.frameworksFor(who);
        String wanted = start.typed(FRAMEWORK).orElse("");
        boolean known = mine.stream().anyMatch(one -> one.shortCode().equals(wanted));
        return mine.stream()
                .filter(one -> !known || one.shortCode().equals(wanted))
                .flatMap(one -> areas(one, mine.size() == 1 ? "" : one.shortTitle() + ": ", who))
                .toList();
    }

    private Stream<Option> areas(Framework framework, String before, SignedIn who) {
        return topics.areas(framework).stream()
                .filter(area -> askers.mayAskAbout(framework, area, who))
                .map(area -> new Option(area.areaKey(), before + area.number() + ". " + area.title()));
    }

    @Override
    public List<Refused> problems(Start start) {
        List<Refused> problems = rules.problems(SupportInput.of(start), start.who());
        return SupportInput.isOneField(start) ? ofOneField(problems) : problems;
    }

    /** The page has one field for framework and area: what is wrong with either stands there, once. */
    private static List<Refused> ofOneField(List<Refused> problems) {
        boolean ofArea = problems.stream().anyMatch(problem -> AREA.equals(problem.field()));
        return problems.stream()
                .filter(problem -> !ofArea || !FRAMEWORK.equals(problem.field()))
                .map(problem -> FRAMEWORK.equals(problem.field())
                        ? Refused.invalid(
                                AREA,
                                problem.words().key(),
                                problem.words().args().toArray())
                        : problem)
                .toList();
    }

    @Override
    public boolean looksItself() {
        return true;
    }

    @Override
    public Started submit(Start start, FormValues values) {
        CaseId id = askForSupport.ask(SupportInput.of(start), start.who());
        return new Started("/cases/" + id, Message.of("support.flash.asked", id.value()), Map.of("id", id.value()));
    }
}
