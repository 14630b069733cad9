package org.tandem.selection;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.countries.Country;
import org.tandem.frameworks.Framework;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.UuidV7;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Times;
import org.tandem.platform.web.Translator;

/** Nominating a country: first the framework, then one form; kept as it is typed, sent once. */
@Controller
class NominationPages {

    private static final String FORM = "selection/nominate";
    private static final String FRAMEWORKS = "selection/framework";

    private final NominationReading reading;
    private final NominationDrafts drafts;
    private final SubmitNomination submitNomination;
    private final CurrentPerson currentPerson;
    private final Translator translator;
    private final Times times;
    private final UuidV7 ids;

    NominationPages(
            NominationReading reading,
            NominationDrafts drafts,
            SubmitNomination submitNomination,
            CurrentPerson currentPerson,
            Translator translator,
            Times times,
            Clock clock) {
        this.reading = reading;
        this.drafts = drafts;
        this.submitNomination = submitNomination;
        this.currentPerson = currentPerson;
        this.translator = translator;
        this.times = times;
        this.ids = new UuidV7(clock);
    }

    /**
     * What the address asks for.
     *
     * @param draft to go on with
     * @param fresh an empty form, whatever drafts there are
     */
    record Wanted(
            @Nullable String framework,
            @Nullable String country,
            @Nullable List<String> area,
            @Nullable UUID draft,
            @Nullable String fresh) {}

    @GetMapping("/selection/nominate")
    ModelAndView begin(Wanted wanted, Model model) {
        SignedIn who = currentPerson.get();
        List<Framework> mine = frameworksFor(who);
        List<NominationDrafts.Draft> begun = drafts.begun(who.personId());
        Optional<NominationDrafts.Draft> asked = begun.stream()
                .filter(draft -> draft.id().equals(wanted.draft()))
                .findFirst();
        String code = asked.map(draft -> draft.asTyped().one("framework")).orElse(wanted.framework());
        Optional<Framework> framework = code == null && mine.size() == 1
                ? Optional.of(mine.get(0))
                : mine.stream().filter(known -> known.shortCode().equals(code)).findFirst();
        model.addAttribute("begun", begun);
        if (framework.isEmpty()) {
            return chooseFramework(mine, code, wanted.country(), model);
        }
        Optional<NominationDrafts.Draft> draft = asked.isPresent() || wanted.fresh() != null
                ? asked
                : begun.stream()
                        .filter(known -> fits(known.asTyped(), framework.get(), wanted.country()))
                        .findFirst();
        draft.ifPresent(known -> model.addAttribute("draftSavedAt", known.savedAt()));
        NominationForm typed =
                draft.map(NominationDrafts.Draft::asTyped).orElseGet(() -> beginning(framework.get(), wanted, who));
        return form(draft.map(NominationDrafts.Draft::id).orElseGet(ids::next), framework.get(), typed, who, model);
    }

    @PostMapping("/selection/nominate")
    ModelAndView nominate(
            @RequestParam(name = "_form", defaultValue = "") String form,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        List<Framework> mine = frameworksFor(who);
        NominationForm typed = NominationForm.of(request.getParameterMap());
        UUID id = formId(form);
        List<Refused> problems;
        try {
            keep(id, typed, who);
            String iso3 =
                    reading.country(typed.one("country")).map(Country::iso3).orElse(null);
            return opened(submitNomination.submit(id, typed.input(iso3), who), redirect);
        } catch (NominationInput.Invalid invalid) {
            problems = invalid.problems();
        } catch (Refused refused) {
            problems = List.of(refused);
        }
        model.addAttribute("errors", problems.stream().map(this::message).toList());
        model.addAttribute(
                "already",
                problems.stream()
                        .filter(SelectionRefused.AlreadyOpen.class::isInstance)
                        .map(problem -> ((SelectionRefused.AlreadyOpen) problem).caseId())
                        .toList());
        Framework framework = mine.stream()
                .filter(known -> known.shortCode().equals(typed.one("framework")))
                .findFirst()
                .orElse(mine.get(0));
        ModelAndView again = form(id, framework, typed, who, model);
        again.setStatus(statusOf(problems));
        return again;
    }

    /** Keeps what is typed; called by the page while somebody types. */
    @PostMapping("/selection/nominate/draft")
    ResponseEntity<Map<String, String>> draft(
            @RequestParam(name = "_form", defaultValue = "") String form, HttpServletRequest request) {
        SignedIn who = currentPerson.get();
        frameworksFor(who);
        Instant savedAt = drafts.save(formId(form), who.personId(), NominationForm.of(request.getParameterMap()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Map.of("savedAt", times.time(savedAt)));
    }

    /** The button "Save draft". */
    @PostMapping("/selection/nominate/keep")
    String saveDraft(
            @RequestParam(name = "_form", defaultValue = "") String form,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        frameworksFor(who);
        UUID id = formId(form);
        drafts.save(id, who.personId(), NominationForm.of(request.getParameterMap()));
        Flash.done(redirect, "selection.flash.draft");
        return "redirect:/selection/nominate?draft=" + id;
    }

    @PostMapping("/selection/nominate/drafts/{draft}/discard")
    String discard(@PathVariable UUID draft, RedirectAttributes redirect) {
        drafts.discard(draft, currentPerson.get().personId());
        Flash.done(redirect, "selection.flash.discarded");
        return "redirect:/selection/nominate";
    }

    /** What is known of the country just chosen; put into the form by script. */
    @GetMapping("/selection/nominate/country")
    String country(@RequestParam String framework, @RequestParam(defaultValue = "") String country, Model model) {
        SignedIn who = currentPerson.get();
        Framework chosen = frameworksFor(who).stream()
                .filter(known -> known.shortCode().equals(framework))
                .findFirst()
                .orElseThrow(() -> SelectionRefused.unknownFramework(framework));
        model.addAttribute(
                "facts",
                reading.country(country)
                        .map(found -> reading.facts(chosen, found, who))
                        .orElse(null));
        model.addAttribute("typedCountry", country);
        return FORM + " :: facts";
    }

    private ModelAndView opened(List<CaseId> cases, RedirectAttributes redirect) {
        String names = String.join(", ", cases.stream().map(CaseId::value).toList());
        if (cases.size() == 1) {
            Flash.done(redirect, "selection.flash.nominated", names);
            return new ModelAndView("redirect:/cases/" + names);
        }
        Flash.done(redirect, "selection.flash.nominatedSeveral", cases.size(), names);
        return new ModelAndView("redirect:/selection");
    }

    private ModelAndView chooseFramework(
            List<Framework> mine, @Nullable String code, @Nullable String country, Model model) {
        model.addAttribute("frameworks", mine);
        model.addAttribute("country", country);
        if (code != null) {
            model.addAttribute("errors", List.of(message(SelectionRefused.unknownFramework(code))));
        }
        return new ModelAndView(
                FRAMEWORKS, model.asMap(), code == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView form(UUID id, Framework framework, NominationForm typed, SignedIn who, Model model) {
        NominationReading.Offer offer = reading.offer(framework, typed, who);
        model.addAttribute("form", id);
        model.addAttribute("offer", offer);
        model.addAttribute("facts", offer.facts());
        model.addAttribute("typed", typed);
        model.addAttribute("typedCountry", typed.one("country"));
        model.addAttribute("wrong", fields(model));
        model.addAttribute("several", frameworksFor(who).size() > 1);
        model.addAttribute(
                "others",
                drafts.begun(who.personId()).stream()
                        .filter(draft -> !draft.id().equals(id))
                        .toList());
        return new ModelAndView(FORM, model.asMap());
    }

    private List<Framework> frameworksFor(SignedIn who) {
        List<Framework> mine = reading.frameworksFor(who);
        if (mine.isEmpty()) {
            throw SelectionRefused.nowhereToNominate();
        }
        return mine;
    }

    private NominationForm beginning(Framework framework, Wanted wanted, SignedIn who) {
        String country = wanted.country() == null || wanted.country().isBlank()
                ? reading.onlyOffice(framework, who).orElse(null)
                : reading.country(wanted.country()).map(reading::name).orElse(wanted.country());
        return NominationForm.beginning(
                framework.shortCode(), country, wanted.area() == null ? List.of() : wanted.area());
    }

    private boolean fits(NominationForm typed, Framework framework, @Nullable String country) {
        return framework.shortCode().equals(typed.one("framework"))
                && (country == null
                        || country.isBlank()
                        || reading.country(country).equals(reading.country(typed.one("country"))));
    }

    /** Before anything else can fail; a text too large to be kept is shown again all the same. */
    private void keep(UUID id, NominationForm typed, SignedIn who) {
        try {
            if (typed.isWorthKeeping()) {
                drafts.save(id, who.personId(), typed);
            }
        } catch (Refused tooLarge) {
            if (tooLarge.kind() != Refused.Kind.TOO_LARGE) {
                throw tooLarge;
            }
        }
    }

    private FieldMessage message(Refused refused) {
        return new FieldMessage(refused.field(), translator.say(refused.words()));
    }

    private UUID formId(String sent) {
        try {
            return UUID.fromString(sent);
        } catch (IllegalArgumentException forged) {
            return ids.next();
        }
    }

    private static Set<String> fields(Model model) {
        Set<String> fields = new HashSet<>();
        if (model.getAttribute("errors") instanceof List<?> errors) {
            errors.forEach(error -> fields.add(String.valueOf(((FieldMessage) error).field())));
        }
        return fields;
    }

    private static HttpStatus statusOf(List<Refused> problems) {
        if (problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.INVALID)) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        if (problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.TOO_LARGE)) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        return problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.FORBIDDEN)
                ? HttpStatus.FORBIDDEN
                : HttpStatus.CONFLICT;
    }
}
