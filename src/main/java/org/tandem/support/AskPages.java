package org.tandem.support;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.cases.CaseId;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Mandate;
import org.tandem.platform.Refused;
import org.tandem.platform.Role;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;

/** The form with which a country team asks for support. */
@Controller
class AskPages {

    private final AskForSupport askForSupport;
    private final SupportChoices choices;
    private final Askers askers;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    AskPages(
            AskForSupport askForSupport,
            SupportChoices choices,
            Askers askers,
            CurrentPerson currentPerson,
            Translator translator) {
        this.askForSupport = askForSupport;
        this.choices = choices;
        this.askers = askers;
        this.currentPerson = currentPerson;
        this.translator = translator;
    }

    /**
     * The form as it is filled in.
     *
     * @param framework narrows the areas on offer; what is asked about is told by the area
     * @param area with its framework, such as FFA-A3; in a link also without
     */
    record Typed(
            @Nullable String framework,
            @Nullable String area,
            @Nullable String country,
            @Nullable String topic,
            @Nullable String question,
            @Nullable String wantedBy) {

        Typed begun(@Nullable String office) {
            String full = area == null || framework == null || area.contains("-") ? area : framework + "-" + area;
            boolean chosen = country != null && !country.isBlank();
            return new Typed(framework, full, chosen ? country : office, topic, question, wantedBy);
        }

        SupportInput input() {
            int dash = area == null ? -1 : area.lastIndexOf('-');
            return dash < 0 || area == null
                    ? new SupportInput(framework, area, country, topic, question, wantedBy)
                    : new SupportInput(
                            area.substring(0, dash), area.substring(dash + 1), country, topic, question, wantedBy);
        }
    }

    @GetMapping("/support/ask")
    ModelAndView form(Typed typed, Model model) {
        SignedIn who = asker();
        return form(typed.begun(onlyOffice(who)), who, List.of(), model);
    }

    @PostMapping("/support/ask")
    ModelAndView ask(Typed typed, Model model, RedirectAttributes redirect) {
        SignedIn who = asker();
        List<Refused> problems;
        try {
            CaseId id = askForSupport.ask(typed.input(), who);
            Flash.done(redirect, "support.flash.asked", id.value());
            return new ModelAndView("redirect:/cases/" + id);
        } catch (SupportRefused.Invalid invalid) {
            problems = invalid.problems();
        } catch (SupportRefused.AskedAlready already) {
            model.addAttribute("already", already.caseId());
            problems = List.of(already);
        }
        ModelAndView again = form(typed, who, problems, model);
        again.setStatus(statusOf(problems));
        return again;
    }

    private ModelAndView form(Typed typed, SignedIn who, List<Refused> problems, Model model) {
        List<FieldMessage> errors = messages(problems);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("wrong", errors.stream().map(FieldMessage::field).toList());
        model.addAttribute("areas", choices.areasToAsk(who, typed.framework()));
        model.addAttribute("countries", choices.allCountries());
        model.addAttribute("topics", choices.topics());
        model.addAttribute("most", SupportInput.MOST);
        return new ModelAndView("support/ask", model.asMap());
    }

    /** The form has one field for framework and area: what is wrong with either stands there, once. */
    private List<FieldMessage> messages(List<Refused> problems) {
        List<FieldMessage> errors = new ArrayList<>();
        boolean ofArea = problems.stream().anyMatch(problem -> "area".equals(problem.field()));
        for (Refused problem : problems) {
            boolean ofFramework = "framework".equals(problem.field());
            if (!ofFramework || !ofArea) {
                errors.add(new FieldMessage(ofFramework ? "area" : problem.field(), translator.say(problem.words())));
            }
        }
        return errors;
    }

    private SignedIn asker() {
        SignedIn who = currentPerson.get();
        if (askers.frameworksFor(who).isEmpty()) {
            throw SupportRefused.nowhereToAsk();
        }
        return who;
    }

    /** The country of whoever speaks for one office alone. */
    private static @Nullable String onlyOffice(SignedIn who) {
        List<String> offices = who.mandates().stream()
                .filter(mandate -> mandate.role() == Role.COUNTRY_OFFICE)
                .map(Mandate::scope)
                .distinct()
                .toList();
        return offices.size() == 1 ? offices.get(0) : null;
    }

    private static HttpStatus statusOf(List<Refused> problems) {
        if (problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.TOO_LARGE)) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        if (problems.stream().anyMatch(problem -> problem.kind() == Refused.Kind.INVALID)) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        return problems.get(0).kind() == Refused.Kind.FORBIDDEN ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    }
}
