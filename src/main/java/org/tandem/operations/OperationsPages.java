package org.tandem.operations;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tandem.platform.CurrentPerson;
import org.tandem.platform.Refused;
import org.tandem.platform.SignedIn;
import org.tandem.platform.web.FieldMessage;
import org.tandem.platform.web.Flash;
import org.tandem.platform.web.Translator;
import org.tandem.search.RebuildIndex;

/** The page administrators look at each day, and its buttons. */
@Controller
@RequiredArgsConstructor
class OperationsPages {

    private static final String HERE = "redirect:/operations";

    private final OperationsReading reading;
    private final TryAgain tryAgain;
    private final GiveToCoordinators coordinators;
    private final RebuildIndex rebuildIndex;
    private final CurrentPerson currentPerson;
    private final Translator translator;

    @GetMapping("/operations")
    String show(Model model) {
        model.addAttribute("overview", reading.overview(currentPerson.get()));
        return "operations/operations";
    }

    @PostMapping("/operations/jobs/{job}/try-again")
    String tryAgain(@PathVariable String job, RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        try {
            TryAgain.Outcome outcome = tryAgain.tryAgain(job, who);
            outcome.failedAgain()
                    .ifPresentOrElse(
                            cause -> Flash.warning(
                                    redirect,
                                    "operations.flash.failedAgain",
                                    outcome.job().step(),
                                    translator.say(
                                            "operations.cause." + cause.kind().code())),
                            () -> Flash.done(
                                    redirect,
                                    "operations.flash.wentOn",
                                    outcome.job().step()));
        } catch (Refused refused) {
            sayBesideTheList(refused, redirect);
        }
        return HERE;
    }

    @GetMapping("/operations/give")
    String give(@RequestParam(defaultValue = "") String about, Model model) {
        model.addAttribute("subject", coordinators.find(about, currentPerson.get()));
        return "operations/give";
    }

    @PostMapping("/operations/give")
    ModelAndView give(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String note,
            Model model,
            RedirectAttributes redirect) {
        SignedIn who = currentPerson.get();
        try {
            model.addAttribute("subject", coordinators.find(about, who));
            Flash.done(
                    redirect,
                    "operations.flash.given",
                    coordinators.give(about, note, who).caseId());
        } catch (Refused refused) {
            if ("note".equals(refused.field())) {
                return again(note, refused, model);
            }
            sayBesideTheList(refused, redirect);
        }
        return new ModelAndView(HERE);
    }

    private ModelAndView again(String note, Refused refused, Model model) {
        model.addAttribute("typed", note);
        model.addAttribute("errors", List.of(new FieldMessage("note", translator.say(refused.words()))));
        return new ModelAndView("operations/give", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping("/operations/search")
    String rebuildSearch(RedirectAttributes redirect) {
        Flash.done(redirect, "operations.flash.searchRebuilt", rebuildIndex.rebuild(currentPerson.get()));
        return HERE;
    }

    /** A colleague was faster: the list shows how it stands now. Anything else is no matter of the list. */
    private void sayBesideTheList(Refused refused, RedirectAttributes redirect) {
        if (refused.kind() != Refused.Kind.CONFLICT) {
            throw refused;
        }
        Flash.note(redirect, "operations.flash.asItIs", translator.say(refused.words()));
    }
}
